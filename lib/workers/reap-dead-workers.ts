import { endOrphanedLeases } from "@/lib/devices/end-lease";
import { db } from "@/lib/platform/db";
import { freeOrphans } from "./free-orphans";
import { DEAD_AFTER_MS } from "./heartbeat";

/**
 * Takes silent workers out: frees their queue locks, and what they were grading goes back or,
 * after the last attempt, is given up. Any worker may run it at any time. Returns ids of the dead.
 */
export async function reapDeadWorkers(): Promise<string[]> {
  const dead = await db().$queryRaw<{ id: string; queueIds: string[] }[]>`
    UPDATE "Worker" SET "stoppedAt" = now(), busy = 0
    WHERE "stoppedAt" IS NULL
      AND "heartbeatAt" < now() - make_interval(secs => ${DEAD_AFTER_MS / 1000})
    RETURNING id, "queueIds"`;
  const locks = dead.flatMap((worker) => worker.queueIds);
  if (locks.length > 0) {
    await db().$executeRaw`SELECT graphile_worker.force_unlock_workers(${locks}::text[])`;
  }
  await endOrphanedLeases();
  await freeOrphans();
  return dead.map((worker) => worker.id);
}
