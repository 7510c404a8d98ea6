import { flagOf } from "@/lib/devices/flags";
import { needOfRun, needOfSubmission } from "@/lib/devices/need-of";
import { addJob, type JobOptions } from "@/lib/jobs/add-job";
import type { Db } from "@/lib/platform/db";

/**
 * Adds the job that grades a submission. What needs a device waits apart from what does not, and
 * only workers that have one look there.
 */
export async function queueGrading(
  tx: Db,
  submissionId: string,
  options: JobOptions,
): Promise<void> {
  const need = await needOfSubmission(submissionId, tx);
  if (!need) return addJob(tx, "grade-submission", { submissionId }, options);
  const flagged = { ...options, flags: [flagOf(need)] };
  return addJob(tx, "grade-submission-on-device", { submissionId }, flagged);
}

/** Adds the job of a run, likewise. */
export async function queueRun(tx: Db, runId: string, options: JobOptions): Promise<void> {
  const need = await needOfRun(runId, tx);
  if (!need) return addJob(tx, "grade-run", { runId }, options);
  return addJob(tx, "grade-run-on-device", { runId }, { ...options, flags: [flagOf(need)] });
}
