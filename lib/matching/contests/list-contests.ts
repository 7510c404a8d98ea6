import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { showCandidates } from "@/lib/candidates/show-candidates";
import { hideNames } from "@/lib/hiring/hide-names";
import { RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { cursorTime, cutPage, decodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/prisma/client";
import { rankedResults } from "../rankings/ranking-record";

/** In the order of the database: what is open comes first. */
const STATUSES = ["open", "upheld", "dismissed"] as const;

const keySchema = z.object({ status: z.enum(STATUSES), at: cursorTime, id: z.uuid() });

type Query = { cursor?: string | undefined; limit?: number };

/**
 * Objections to ranks of the organisation's openings, for those who answer them: the open ones
 * first, the most urgent on top.
 */
export async function listContests(actor: Actor, slug: string, { cursor, limit }: Query = {}) {
  const size = pageSize.parse(limit);
  const organisation = await db().organisation.findFirst({
    where: { AND: [{ slug }, verifiedMemberOf(actor, RECRUITING)] },
    select: { id: true },
  });
  if (!organisation) throw notFound("organisation_not_found");
  const rows = await db().rankContest.findMany({
    where: {
      AND: [{ ranking: { organisationId: organisation.id } }, cursor ? after(cursor) : {}],
    },
    include: {
      ranking: {
        select: { results: true, opening: { select: { id: true, titleEn: true, titleZh: true } } },
      },
    },
    orderBy: [{ status: "asc" }, { dueAt: "asc" }, { id: "asc" }],
    take: size + 1,
  });
  const { page, next } = cutPage(rows, size, ({ status, dueAt, id }) => ({
    ...{ status, at: dueAt.toISOString(), id },
  }));
  const contests = await Promise.all(
    page.map(async ({ ranking, decidedById: _, ...contest }) => {
      const openingId = ranking.opening?.id ?? null;
      const viewer = { organisationId: organisation.id, openingId };
      const shown = await showCandidates(viewer, [contest.userId]);
      const candidate = shown.get(contest.userId) ?? null;
      // Who is not named is not named by what he writes either.
      const told = candidate && !candidate.masked ? null : await hideNames(contest.userId);
      const result = rankedResults
        .parse(ranking.results)
        .find(({ userId }) => userId === contest.userId);
      return {
        ...{ ...contest, opening: ranking.opening, rank: result?.rank ?? null },
        score: result?.score ?? null,
        ...{ candidate, text: told ? told(contest.text) : contest.text },
        overdue: contest.status === "open" && contest.dueAt < new Date(),
      };
    }),
  );
  return { contests, next };
}
export type ContestRow = Awaited<ReturnType<typeof listContests>>["contests"][number];

function after(cursor: string): Prisma.RankContestWhereInput {
  const { status, at, id } = decodeCursor(cursor, keySchema);
  const dueAt = new Date(at);
  const later = STATUSES.slice(STATUSES.indexOf(status) + 1);
  return {
    OR: [
      ...[{ status: { in: later } }, { status, dueAt: { gt: dueAt } }],
      { status, dueAt, id: { gt: id } },
    ],
  };
}
