import { db } from "@/lib/platform/db";

/** As many in one sweep; the rest waits for the next. */
const BATCH = 100;

/** A ranking that was under way when an input was replaced has long ended by then. */
const SLACK_MS = 60 * 60 * 1000;

type Old = { id: string; keeper: string | null };

/**
 * Deletes what people were matched by before, where no ranking is replayed with it. What one is
 * replayed with is noted as kept by it, and looked at again when that ranking is gone.
 */
export async function pruneInputs(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - SLACK_MS).toISOString();
  // Ids lie one after the other: a match across two of them keeps an input too long, never too short.
  const old = await db().$queryRaw<Old[]>`
    WITH replaced AS (
      SELECT m.id, m."createdAt" AS since, (
        SELECT min(n."createdAt") FROM "MatchInput" n
        WHERE n."userId" = m."userId" AND n."modelHash" = m."modelHash"
          AND n.id > m.id
      ) AS until
      FROM "MatchInput" m WHERE NOT m.current AND m."keptById" IS NULL
    ), old AS (
      SELECT * FROM replaced WHERE until < ${before}::timestamp ORDER BY id LIMIT ${BATCH}
    )
    SELECT id, (
      SELECT r.id FROM "Ranking" r
      WHERE r."createdAt" <= old.until + interval '1 hour'
        AND r."rankedAt" >= old.since - interval '1 day'
        AND position(uuid_send(old.id) IN r.considered) > 0
      ORDER BY r."createdAt" DESC LIMIT 1
    ) AS keeper FROM old`;
  const unused = old.filter(({ keeper }) => keeper === null).map(({ id }) => id);
  await db().matchInput.deleteMany({ where: { id: { in: unused }, current: false } });
  for (const { id, keeper } of old) {
    // A ranking that went in this moment keeps nothing any more.
    if (keeper !== null) {
      await db().$executeRaw`
        UPDATE "MatchInput" SET "keptById" = ${keeper}::uuid WHERE id = ${id}::uuid
          AND EXISTS (SELECT 1 FROM "Ranking" WHERE id = ${keeper}::uuid)`;
    }
  }
}
