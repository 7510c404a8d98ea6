import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { sendMail } from "@/lib/mail/send-mail";
import { titleIn } from "@/lib/openings/opening-texts";
import { RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { contestText } from "./contest-rank";

const fields = z.object({
  status: z.enum(["upheld", "dismissed"], { error: "decision_missing" }),
  answer: contestText,
});

/**
 * A person of the organisation answers an objection, once, with reasons. Upheld or not, the rank
 * stays as it was computed; an upheld one is for people to act on, and stands in the log.
 * Throws InputError, contest_not_found or contest_answered.
 */
export async function answerContest(
  actor: Actor,
  slug: string,
  contestId: string,
  input: unknown,
): Promise<void> {
  const { userId: decidedById } = requireSession(actor);
  const { status, answer } = parseFields(fields, input);
  const contest = await db().rankContest.findFirst({
    where: {
      id: requireId(contestId, "contest_not_found"),
      ranking: { organisation: { AND: [{ slug }, verifiedMemberOf(actor, RECRUITING)] } },
    },
    include: {
      user: { select: { id: true, email: true, locale: true } },
      ranking: { include: { opening: true, organisation: { select: { name: true } } } },
    },
  });
  if (!contest?.ranking.organisationId) throw notFound("contest_not_found");
  const { ranking, user } = contest;
  await db().$transaction(async (tx) => {
    const { count } = await tx.rankContest.updateMany({
      where: { id: contest.id, status: "open" },
      data: { status, answer, decidedById, decidedAt: new Date() },
    });
    if (count === 0) throw new DomainError("conflict", "contest_answered");
    await recordAudit(tx, actor, {
      ...{ action: "rank.contest_answered", subject: `organisation:${ranking.organisationId}` },
      data: { contestId: contest.id, status },
    });
  });
  const { opening, organisation } = ranking;
  await sendMail(user.id, user.email, {
    locale: user.locale,
    ...(opening
      ? {
          ...{ kind: "rankContestAnswered", path: `/candidate/openings/${opening.id}` },
          params: { title: titleIn(opening, user.locale) },
        }
      : {
          ...{ kind: "searchContestAnswered", path: `/candidate/seen/${ranking.organisationId}` },
          params: { organisation: organisation?.name ?? "" },
        }),
  });
}
