import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { settings } from "@/lib/platform/env";

/** As many in one sweep; the rest waits for the next. */
const BATCH = 200;

/**
 * Deletes rankings that are older than the installation keeps them. One that somebody objected to
 * stays with its objection, for as long as that does.
 */
export async function pruneRankings(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - settings().RANKINGS_DAYS * DAY_MS);
  const old = await db().ranking.findMany({
    where: { createdAt: { lt: before }, contests: { none: {} } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: BATCH,
  });
  if (old.length === 0) return;
  await db().ranking.deleteMany({
    where: { id: { in: old.map(({ id }) => id) }, contests: { none: {} } },
  });
}
