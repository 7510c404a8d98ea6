import type { LetterKind } from "@/lib/mail/letters";
import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";

type OwnersLetter = Extract<LetterKind, `organisation${string}`>;

/** Writes to every owner of an organisation, in his own language. */
export async function mailOwners(
  kind: OwnersLetter,
  organisationId: string,
  params: Record<string, string> = {},
): Promise<void> {
  const { name, slug, members } = await db().organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: {
      ...{ name: true, slug: true },
      members: {
        where: { role: "owner" },
        select: { user: { select: { id: true, email: true, locale: true } } },
      },
    },
  });
  const letter = { kind, path: `/hire/${slug}`, params: { ...params, organisation: name } };
  for (const { user } of members) {
    await sendMail(user.id, user.email, { ...letter, locale: user.locale });
  }
}
