import type { Actor } from "@/lib/auth/actor";
import { showCandidates } from "@/lib/candidates/show-candidates";
import { RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { rankedResults } from "../rankings/ranking-record";

/** As many are shown: the open ones first, the most urgent on top. */
const MOST = 100;

/** Objections to ranks of the organisation's openings, for those who answer them. */
export async function listContests(actor: Actor, slug: string) {
  const organisation = await db().organisation.findFirst({
    where: { AND: [{ slug }, verifiedMemberOf(actor, RECRUITING)] },
    select: { id: true },
  });
  if (!organisation) throw notFound("organisation_not_found");
  const rows = await db().rankContest.findMany({
    where: { ranking: { organisationId: organisation.id } },
    include: {
      ranking: {
        select: { results: true, opening: { select: { id: true, titleEn: true, titleZh: true } } },
      },
    },
    orderBy: [{ status: "asc" }, { dueAt: "asc" }],
    take: MOST,
  });
  return Promise.all(
    rows.map(async ({ ranking, decidedById: _, ...contest }) => {
      const openingId = ranking.opening?.id ?? null;
      const viewer = { organisationId: organisation.id, openingId };
      const shown = await showCandidates(viewer, [contest.userId]);
      const result = rankedResults
        .parse(ranking.results)
        .find(({ userId }) => userId === contest.userId);
      return {
        ...{ ...contest, opening: ranking.opening, rank: result?.rank ?? null },
        score: result?.score ?? null,
        candidate: shown.get(contest.userId) ?? null,
        overdue: contest.status === "open" && contest.dueAt < new Date(),
      };
    }),
  );
}
export type ContestRow = Awaited<ReturnType<typeof listContests>>[number];
