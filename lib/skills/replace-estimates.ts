import type { Db } from "@/lib/platform/db";
import type { rowOf } from "./measure-learner";

type Computed = { userId: string; modelId: string; computedAt: Date };
type Row = ReturnType<typeof rowOf> & { skillSlug: string };

/**
 * Puts a learner's estimates in the place of those that were there. In one statement, however many
 * skills there are: every verdict waits for it.
 */
export async function replaceEstimates(
  tx: Db,
  { userId, modelId, computedAt }: Computed,
  rows: readonly Row[],
): Promise<void> {
  await tx.$executeRaw`
    WITH computed AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(
        "skillSlug" text, mean float8, sd float8, low float8, high float8, above jsonb,
        responses int, items int, contributions jsonb)),
    gone AS (
      DELETE FROM "SkillEstimate"
      WHERE "userId" = ${userId}::uuid AND "skillSlug" NOT IN (SELECT "skillSlug" FROM computed))
    INSERT INTO "SkillEstimate" ("userId", "modelId", "computedAt", "skillSlug", mean, sd, low, high,
      above, responses, items, contributions)
    SELECT ${userId}::uuid, ${modelId}, ${computedAt}::timestamp, computed.* FROM computed
    ON CONFLICT ("userId", "skillSlug") DO UPDATE SET
      "modelId" = EXCLUDED."modelId", "computedAt" = EXCLUDED."computedAt", mean = EXCLUDED.mean,
      sd = EXCLUDED.sd, low = EXCLUDED.low, high = EXCLUDED.high, above = EXCLUDED.above,
      responses = EXCLUDED.responses, items = EXCLUDED.items,
      contributions = EXCLUDED.contributions`;
}
