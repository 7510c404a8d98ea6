import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { hideNames } from "@/lib/candidates/hide-names";
import { showCandidates } from "@/lib/candidates/show-candidates";
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
    page.map(async ({ ranking, userId, ...row }) => {
      const openingId = ranking.opening?.id ?? null;
      const viewer = { organisationId: organisation.id, openingId };
      const { id, status, answer, dueAt } = row;
      const candidate = (await showCandidates(viewer, [userId])).get(userId) ?? null;
      // Who is not named is not named by what he writes either.
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
