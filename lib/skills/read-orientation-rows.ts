import type { Db } from "@/lib/platform/db";
import { evidenceOfOrientation, orientationItem } from "./orientation-evidence";
import type { EvidenceRow } from "./read-responses";

type Answer = Pick<
  EvidenceRow,
  "skill" | "score" | "difficulty" | "guessing" | "attempt" | "at"
> & {
  orientation: string;
  item: string;
};

/**
 * Answers of orientations that are over, each an item of its own. One that was asked again in a
 * later orientation is a further attempt at it.
 */
export async function readOrientationRows(tx: Db, userId: string): Promise<EvidenceRow[]> {
  const rows = await tx.$queryRaw<Answer[]>`
    SELECT o."skillSlug" AS skill, a.id::text AS orientation, o."itemId" AS item, o.score,
      o.difficulty, o.guessing, o."askedAt" AS at,
      (row_number() OVER (PARTITION BY o."itemId" ORDER BY o."askedAt", o.id))::int AS attempt
    FROM "OrientationAnswer" o
    JOIN "OrientationAttempt" a ON a.id = o."attemptId"
    WHERE a."userId" = ${userId}::uuid AND a."endedAt" IS NOT NULL AND o.score IS NOT NULL
    ORDER BY at, o.id`;
  return rows.map(({ orientation, item, ...row }) => ({
    ...row,
    submission: evidenceOfOrientation(orientation, item),
    challenge: orientationItem(item),
    ...{ weight: 1, cases: 1, hints: 0, supervised: false, similarity: "none" },
  }));
}
