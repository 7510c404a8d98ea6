import { db } from "@/lib/platform/db";
import { DAY_MS, MINUTE_MS } from "@/lib/platform/durations";

/** No two runs begin within this. */
const LEAST_APART_MS = 10 * MINUTE_MS;
/** With anything new at all, there is a run once within this. */
const MOST_APART_MS = DAY_MS;
/** And before, with so much more evidence than the last one had. */
const MORE = 1.05;

/** Whether it is time to look at the items again: asked for, or enough has come in since. */
export async function runDue(now = new Date()): Promise<boolean> {
  const asked = await db().measurementRun.count({ where: { finishedAt: null } });
  if (asked > 0) return true;
  const last = await db().measurementRun.findFirst({ orderBy: { finishedAt: "desc" } });
  const apart = last?.finishedAt ? now.getTime() - last.finishedAt.getTime() : Infinity;
  if (apart < LEAST_APART_MS) return false;
  const evidence = await db().skillEvidence.count();
  const before = last?.evidence ?? 0;
  return apart >= MOST_APART_MS ? evidence !== before : evidence > before * MORE;
}
