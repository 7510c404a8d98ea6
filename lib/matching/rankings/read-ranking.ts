import type { Actor } from "@/lib/auth/actor";
import { showCandidates } from "@/lib/candidates/show-candidates";
import { verifiedMemberOf } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { matchRequest } from "../score/match-request";
import { conditionCosts, rankedResults, rankingBasis } from "./ranking-record";

/** A ranking that takes longer has been lost. */
const LOST_AFTER_MS = 2 * 60 * 1000;

/**
 * A ranking of the actor's organisation, with everybody in it whom it may still see. Who took his
 * consent back since is gone from it.
 */
export async function readRanking(actor: Actor, slug: string, rankingId: string) {
  const row = await db().ranking.findFirst({
    where: { id: requireId(rankingId), organisation: { slug, ...verifiedMemberOf(actor) } },
    include: { opening: { select: { id: true, titleEn: true, titleZh: true } } },
  });
  if (!row?.organisationId) throw notFound();
  const { organisationId, openingId, createdAt, status } = row;
  const results = rankedResults.parse(row.results ?? []);
  const shown = await showCandidates(
    { organisationId, openingId },
    results.map(({ userId }) => userId),
  );
  const isLost = status === "waiting" && Date.now() - createdAt.getTime() > LOST_AFTER_MS;
  return {
    ...{ id: row.id, organisationId, opening: row.opening, createdAt },
    status: isLost ? ("failed" as const) : status,
    rankedAt: row.rankedAt,
    request: matchRequest.parse(row.request),
    costs: row.conditions === null ? null : conditionCosts.parse(row.conditions),
    gone: results.length - shown.size,
    /** Nobody beyond so many is in it. */
    limit: row.basis === null ? null : rankingBasis.parse(row.basis).limit,
    // Neither his own id nor that of his input leaves: other organisations' rankings hold them too.
    rows: results.flatMap(({ userId, inputId: _, ...result }) => {
      const candidate = shown.get(userId);
      return candidate ? [{ ...result, candidate }] : [];
    }),
  };
}
export type RankingView = Awaited<ReturnType<typeof readRanking>>;
export type RankedRow = RankingView["rows"][number];
