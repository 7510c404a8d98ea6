import { needOfRun, needOfSubmission } from "@/lib/devices/need-of";
import { queueGrading, queueRun } from "@/lib/grading/queue-grading";
import { db } from "@/lib/platform/db";
import { gradeRun } from "./grade-run";
import { gradeSubmission } from "./grade-submission";
import { soon } from "./soon";
import type { Task } from "./task";

/** Grades a submission on a device that is leased for it. */
export const gradeSubmissionOnDevice: Task<"grade-submission-on-device"> = {
  name: "grade-submission-on-device",
  async handle({ submissionId }, context) {
    const need = await needOfSubmission(submissionId);
    if (!need) return;
    const done = await context.desk.withDevice(need, `submission:${submissionId}`, (device) =>
      gradeSubmission.handle({ submissionId }, { ...context, device }),
    );
    if (!done) await queueGrading(db(), submissionId, { runAt: soon() });
  },
};

/** Runs the visible cases there. */
export const gradeRunOnDevice: Task<"grade-run-on-device"> = {
  name: "grade-run-on-device",
  async handle({ runId }, context) {
    const need = await needOfRun(runId);
    if (!need) return;
    const done = await context.desk.withDevice(need, `run:${runId}`, (device) =>
      gradeRun.handle({ runId }, { ...context, device }),
    );
    if (!done) await queueRun(db(), runId, { runAt: soon() });
  },
};
