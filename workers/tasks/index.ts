import { JOBS, type JobName } from "@/lib/jobs/definitions";
import { awardCredentialsTask } from "./award-credentials";
import { gradeRunOnDevice, gradeSubmissionOnDevice } from "./grade-on-device";
import { gradeRun } from "./grade-run";
import { gradeSubmission } from "./grade-submission";
import { indexCandidateTask } from "./index-candidate";
import { indexOpeningTask } from "./index-opening";
import { prepareSeason } from "./prepare-season";
import { proposeSkills } from "./propose-skills";
import { proveOnDevice } from "./prove-on-device";
import { rankCandidatesTask } from "./rank-candidates";
import { readResumeTask } from "./read-resume";
import type { Task } from "./task";

const TASKS = [
  gradeSubmission,
  gradeRun,
  prepareSeason,
  gradeSubmissionOnDevice,
  gradeRunOnDevice,
  proveOnDevice,
  awardCredentialsTask,
  indexCandidateTask,
  indexOpeningTask,
  rankCandidatesTask,
  proposeSkills,
  readResumeTask,
] as const;

/** Every job's handler. Throws at the start when one is missing or there are two. */
export function taskHandlers(tasks: readonly { name: JobName }[] = TASKS): Map<JobName, Task> {
  const handlers = new Map<JobName, Task>();
  for (const task of tasks) {
    if (handlers.has(task.name)) throw new Error(`two handlers for job ${task.name}`);
    handlers.set(task.name, task as Task);
  }
  for (const name of Object.keys(JOBS) as JobName[]) {
    if (!handlers.has(name)) throw new Error(`no handler for job ${name}`);
  }
  return handlers;
}
