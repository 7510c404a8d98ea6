import type { Letter } from "@/lib/mail/letters";
import { sendMail } from "@/lib/mail/send-mail";
import { titleIn } from "@/lib/openings/opening-texts";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";

const opening = {
  select: {
    ...{ id: true, titleEn: true, titleZh: true },
    organisation: { select: { id: true, slug: true, name: true } },
  },
} as const;

const reader = { select: { id: true, email: true, locale: true } } as const;

/** A name may come from anywhere: no line of it may become a header or a paragraph of a letter. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

type Parties = { openingId: string; userId: string };
type Kind = Pick<Letter, "kind"> & { path: string };

const paramsOf = (
  {
    titleEn,
    titleZh,
    organisation,
  }: { titleEn: string; titleZh: string; organisation: { name: string } },
  locale: string,
) => ({
  title: oneLine(titleIn({ titleEn, titleZh }, locale)),
  organisation: oneLine(organisation.name),
});

/** A letter to the candidate about an opening, in his language. Call it after the commit. */
export async function writeToCandidate({ openingId, userId }: Parties, { kind, path }: Kind) {
  const [about, user] = await Promise.all([
    db().opening.findUnique({ where: { id: openingId }, ...opening }),
    db().user.findFirst({ where: { id: userId, disabledAt: null, eraseAt: null }, ...reader }),
  ]);
  if (!about || !user) return;
  const params = paramsOf(about, user.locale);
  await sendMail(user.id, user.email, { kind, locale: user.locale, path, params });
}

/**
 * A letter to those who recruit in the opening's organisation, each in his language. It names no
 * candidate: mail is read where blind mode does not reach.
 */
export async function writeToRecruiters(
  { openingId, userId }: Parties,
  kind: Letter["kind"],
): Promise<void> {
  const about = await db().opening.findUnique({ where: { id: openingId }, ...opening });
  if (!about) return;
  const { id: organisationId, slug } = about.organisation;
  const members = await db().member.findMany({
    where: {
      ...{ organisationId, role: { in: [...RECRUITING] } },
      user: { disabledAt: null, eraseAt: null },
    },
    select: { user: reader },
  });
  const path = `/hire/${slug}/openings/${openingId}/candidates/${userId}`;
  for (const { user } of members) {
    const params = paramsOf(about, user.locale);
    await sendMail(user.id, user.email, { kind, locale: user.locale, path, params });
  }
}
