import type { RunnerEvent } from "@/lib/grading/events";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { claimRun } from "@/lib/runs/claim-run";
import { finishRun } from "@/lib/runs/finish-run";
import { EventWriter } from "../grading/event-writer";
import { gradingJob } from "../grading/job";
import { RunnerFault } from "../grading/runner-process";
import type { Task } from "./task";

/** Runs the visible cases once; nothing is judged and nothing is retried. */
export const gradeRun: Task<"grade-run"> = {
  name: "grade-run",
  async handle({ runId }, { pool, device }) {
    const run = await claimRun(runId);
    if (!run) return;
    const writer = new EventWriter({ runId }, 1);
    const events: RunnerEvent[] = [];
    try {
      await pool.grade(gradingJob({ id: runId, mode: "run", device, ...run }), (event) => {
        events.push(event);
        writer.add(event);
      });
    } catch (error) {
      if (!(error instanceof RunnerFault)) throw error;
    }
    await writer.flush();
    await finishRun(runId, interpretEvidence(run.manifest, events));
  },
};
