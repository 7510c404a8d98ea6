import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";

/** Tells a person that his second factor went on or off: it may not have been him. */
export async function mailFactor(
  kind: "secondFactorOn" | "secondFactorOff",
  userId: string,
): Promise<void> {
  const { email, locale } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, locale: true },
  });
  await sendMail(userId, email, { kind, locale, path: "/account/security" });
}
