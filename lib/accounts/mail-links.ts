import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { takePoint } from "@/lib/platform/rate-limit";
import { issueEmailToken } from "./email-token";
import { limitKey, MAIL_ACCOUNT } from "./limits";

const contact = { id: true, email: true, locale: true } as const;

/** False once strangers have caused enough letters to this mailbox for now. */
async function mailboxHasRoom(email: string): Promise<boolean> {
  try {
    await takePoint(MAIL_ACCOUNT, limitKey(email));
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Sends the link by which the holder of the password proves the address. */
export async function mailVerification(userId: string): Promise<void> {
  const user = await db().user.findUnique({ where: { id: userId }, select: contact });
  if (!user || !(await mailboxHasRoom(user.email))) return;
  const secret = await issueEmailToken(db(), {
    userId,
    purpose: "verify_email",
    email: user.email,
  });
  await sendMail(userId, user.email, {
    kind: "verify",
    locale: user.locale,
    path: `/verify?token=${secret}`,
  });
}

/** Tells the owner of a taken address that somebody wanted to open an account with it. */
export async function mailTaken(email: string): Promise<void> {
  const owner = await db().user.findUnique({ where: { email }, select: contact });
  if (!owner || !(await mailboxHasRoom(email))) return;
  await sendMail(owner.id, email, { kind: "taken", locale: owner.locale, path: "/forgot" });
}

type Move = { id: string; locale: string };

/** Asks a new address of an account to confirm; a taken one gets another letter. */
export async function mailChange({ id, locale }: Move, email: string): Promise<void> {
  if (!(await mailboxHasRoom(email))) return;
  const owner = await db().user.findUnique({ where: { email }, select: contact });
  if (owner) {
    await sendMail(owner.id, email, {
      kind: "changeTaken",
      locale: owner.locale,
      path: "/sign-in",
    });
    return;
  }
  const secret = await issueEmailToken(db(), { userId: id, purpose: "change_email", email });
  await sendMail(id, email, {
    kind: "changeConfirm",
    locale,
    path: `/confirm-email?token=${secret}`,
  });
}

/** Sends a link that sets a new password, if the address has an account. */
export async function mailReset(email: string): Promise<void> {
  const user = await db().user.findFirst({ where: { email, disabledAt: null }, select: contact });
  if (!user || !(await mailboxHasRoom(email))) return;
  const secret = await issueEmailToken(db(), { userId: user.id, purpose: "reset_password", email });
  await sendMail(user.id, email, {
    kind: "reset",
    locale: user.locale,
    path: `/reset?token=${secret}`,
  });
}
