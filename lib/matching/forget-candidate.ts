import type { Db } from "@/lib/platform/db";

/**
 * Takes a person out of what was kept of rankings; his inputs go with his account.
 * What is replayed later says that inputs were erased.
 */
export async function forgetCandidate(tx: Db, userId: string): Promise<void> {
  const placed = JSON.stringify([{ userId }]);
  await tx.$executeRaw`
    UPDATE "Ranking" SET results = (
      SELECT coalesce(jsonb_agg(one ORDER BY at), '[]'::jsonb)
      FROM jsonb_array_elements(results) WITH ORDINALITY AS list(one, at)
      WHERE one->>'userId' <> ${userId})
    WHERE results @> ${placed}::jsonb`;
  await tx.$executeRaw`
    UPDATE "Ranking" SET basis = jsonb_set(basis, '{also}', (basis->'also') - ${userId})
    WHERE basis->'also' ? ${userId}`;
}
