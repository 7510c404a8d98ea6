import { MAX_ATTEMPTS } from "@/lib/grading/claim-submission";
import { giveUp } from "@/lib/grading/give-up";
import { requeue } from "@/lib/grading/hand-back";
import { db } from "@/lib/platform/db";

type Orphan = { id: string; workerId: string; attempt: number };

/** Running submissions whose worker has stopped, whoever stopped it. */
export async function freeOrphans(): Promise<void> {
  await free(
    await db().$queryRaw<Orphan[]>`
      SELECT s.id, s."workerId", s.attempt FROM "Submission" s
      LEFT JOIN "Worker" w ON w.id = s."workerId"
      WHERE s.status = 'running' AND (w.id IS NULL OR w."stoppedAt" IS NOT NULL)`,
  );
}

/**
 * Running submissions that a living worker has let go of: its task was cut short, as when the
 * database fails in the middle, and the queue's retry finds nothing to claim.
 * @param underWay what this worker is grading now
 */
export async function freeForgotten(workerId: string, underWay: string[]): Promise<void> {
  await free(
    await db().$queryRaw<Orphan[]>`
      SELECT id, "workerId", attempt FROM "Submission"
      WHERE status = 'running' AND "workerId" = ${workerId}
        AND id <> ALL(${underWay}::uuid[])`,
  );
}

/** Back into the queue, or, after the last attempt, given up. */
async function free(orphans: Orphan[]): Promise<void> {
  for (const { id, workerId, attempt } of orphans) {
    if (attempt >= MAX_ATTEMPTS) await giveUp(id, workerId, attempt);
    else await db().$transaction((tx) => requeue(tx, id, workerId, attempt));
  }
}
