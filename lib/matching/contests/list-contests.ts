import type { Actor } from "@/lib/auth/actor";
import { hideNames } from "@/lib/candidates/hide-names";
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
    rows.map(async ({ ranking, userId, ...row }) => {
      const openingId = ranking.opening?.id ?? null;
      const viewer = { organisationId: organisation.id, openingId };
      const { id, status, answer, dueAt } = row;
      const candidate = (await showCandidates(viewer, [userId])).get(userId) ?? null;
      const isNamed = candidate !== null && !candidate.masked;
      const result = rankedResults.parse(ranking.results).find((one) => one.userId === userId);
      return {
        ...{ id, status, answer, dueAt, candidate, opening: ranking.opening },
        text: isNamed ? row.text : (await hideNames(userId))(row.text),
        rank: result?.rank ?? null,
        overdue: status === "open" && dueAt < new Date(),
      };
    }),
  );
}
export type ContestRow = Awaited<ReturnType<typeof listContests>>[number];
