import { endOrphanedLeases } from "@/lib/devices/end-lease";
import { db } from "@/lib/platform/db";
import { freeOrphans } from "./free-orphans";
import { DEAD_AFTER_MS } from "./heartbeat";

/**
 * Takes silent workers out: frees their queue locks, and what they were grading goes back or,
 * after the last attempt, is given up. Any worker may run it at any time. Returns ids of the dead.
 * All times are the database's. Should its clock jump back, a beat from what is now the future
 * would let a dead worker pass for alive until then: it counts as one of this moment.
 */
export async function reapDeadWorkers(): Promise<string[]> {
  await db().$executeRaw`
    UPDATE "Worker" SET "heartbeatAt" = now()
    WHERE "stoppedAt" IS NULL
      AND "heartbeatAt" > now() + make_interval(secs => ${DEAD_AFTER_MS / 1000})`;
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
