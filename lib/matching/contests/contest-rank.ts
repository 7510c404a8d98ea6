import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { sendMail } from "@/lib/mail/send-mail";
import { titleIn } from "@/lib/openings/opening-texts";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { ownRankings } from "../rankings/own-rankings";

/** A person answers within so many days. */
export const ANSWER_DAYS = 14;

export const contestText = z
  .string({ error: "text_missing" })
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/[^\P{C}\n\t]/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(1, "text_missing").max(4000, "text_long"));

const fields = z.object({ text: contestText });

/**
 * The actor objects to his rank in a ranking whose reasons he may read; once a ranking. The
 * organisation's recruiters are told, with the day by which to answer.
 * Throws InputError, ranking_not_found or contest_again.
 */
export async function contestRank(actor: Actor, rankingId: string, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { text } = parseFields(fields, input);
  const ranking = await db().ranking.findFirst({
    where: {
      AND: [{ id: requireId(rankingId, "ranking_not_found") }, ownRankings(userId)],
    },
    select: {
      id: true,
      opening: { select: { titleEn: true, titleZh: true } },
      organisation: {
        select: {
          ...{ id: true, slug: true },
          members: {
            where: { role: { in: [...RECRUITING] } },
            select: { user: { select: { id: true, email: true, locale: true } } },
          },
        },
      },
    },
  });
  if (!ranking?.organisation) throw notFound("ranking_not_found");
  const { organisation, opening } = ranking;
  const dueAt = new Date(Date.now() + ANSWER_DAYS * DAY_MS);
  await db().$transaction(async (tx) => {
    const { count } = await tx.rankContest.createMany({
      data: { rankingId: ranking.id, userId, text, dueAt },
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "contest_again");
    const subject = `organisation:${organisation.id}`;
    await recordAudit(tx, actor, { action: "rank.contested", subject, data: { rankingId } });
  });
  const about = { path: `/hire/${organisation.slug}/contests` };
  for (const { user } of organisation.members) {
    await sendMail(user.id, user.email, {
      ...{ ...about, kind: opening ? "rankContested" : "searchContested", locale: user.locale },
      params: {
        ...(opening && { title: titleIn(opening, user.locale) }),
        due: dueAt.toISOString().slice(0, 10),
      },
    });
  }
}
