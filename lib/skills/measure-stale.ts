import { db } from "@/lib/platform/db";
import { activeModel } from "./active-model";
import { measureLearner } from "./measure-learner";

/** Evidence loses weight with the years, so an estimate is good for a while and no longer. */
const GOOD_FOR_DAYS = 7;
const BATCH = 100;
/** Names the lock that keeps two workers from measuring the same people. */
const LOCK = 7_402_119;

/**
 * Measures everybody anew whose estimates are by another model than the one in use, are missing, or
 * have aged. Returns how many learners it measured; 0 too when another worker is at it.
 */
export async function measureStale(now = new Date()): Promise<number> {
  let measured = 0;
  for (;;) {
    const batch = await measureBatch(now);
    measured += batch;
    if (batch < BATCH) return measured;
  }
}

const measureBatch = (now: Date) =>
  db().$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${LOCK}) AS free`;
      if (!lock?.free) return 0;
      const { id } = await activeModel(tx);
      const stale = await tx.$queryRaw<{ userId: string }[]>`
        SELECT DISTINCT e."userId"::text AS "userId"
        FROM (
          SELECT "userId", "skillSlug" FROM "SkillEvidence"
          UNION ALL SELECT a."userId", o."skillSlug"
          FROM "OrientationAnswer" o JOIN "OrientationAttempt" a ON a.id = o."attemptId"
          WHERE a."endedAt" IS NOT NULL AND o.score IS NOT NULL
        ) e
        LEFT JOIN "SkillEstimate" m ON m."userId" = e."userId" AND m."skillSlug" = e."skillSlug"
        WHERE m."userId" IS NULL OR m."modelId" <> ${id}
          OR m."computedAt" < ${now}::timestamp - make_interval(days => ${GOOD_FOR_DAYS})
        LIMIT ${BATCH}`;
      for (const { userId } of stale) await measureLearner(tx, userId, { asOf: now });
      return stale.length;
    },
    { timeout: 120_000 },
  );
