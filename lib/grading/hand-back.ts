import { type Db, db } from "@/lib/platform/db";
import { appendEvents } from "./append-events";
import type { Claim } from "./claim-submission";
import { MAX_ATTEMPTS } from "./claim-submission";
import type { RunnerEvent } from "./events";
import { interpretEvidence } from "./interpret-evidence";
import { queueGrading } from "./queue-grading";
import { recordVerdict } from "./record-verdict";
import { storeEvidence } from "./store-evidence";

const BEFORE_NEW_ONES = -10;

/**
 * After an infrastructure fault: back into the queue, or, after the last attempt, final.
 * Uses nothing of the learner's; what the sandbox said is kept as evidence.
 */
export async function giveBack(claim: Claim, runner: string, events: RunnerEvent[]) {
  const evidenceId = await storeEvidence(claim, runner, events);
  if (claim.attempt >= MAX_ATTEMPTS) {
    await recordVerdict(claim, evidenceId, interpretEvidence(claim.manifest, events));
    return;
  }
  await db().$transaction((tx) => requeue(tx, claim.submissionId, claim.workerId, claim.attempt));
}

/** Puts a running attempt back into the queue; false when it no longer is that attempt. */
export async function requeue(
  tx: Db,
  submissionId: string,
  workerId: string,
  attempt: number,
): Promise<boolean> {
  const freed = await tx.submission.updateMany({
    where: { id: submissionId, status: "running", workerId, attempt },
    data: { status: "queued", workerId: null },
  });
  if (freed.count === 0) return false;
  await appendEvents(tx, { submissionId }, attempt, [{ type: "retry", data: { attempt } }]);
  await queueGrading(tx, submissionId, { priority: BEFORE_NEW_ONES });
  return true;
}
