import type { JobName, JobPayload } from "@/lib/jobs/definitions";
import type { RunnerPool } from "../grading/pool";
import type { UnderWay } from "../grading/under-way";

/** What a handler may use of its worker. */
export type TaskContext = {
  workerId: string;
  pool: RunnerPool;
  underWay: UnderWay;
};

/** A job's handler: one file in workers/tasks each. */
export type Task<N extends JobName = JobName> = {
  name: N;
  handle: (payload: JobPayload<N>, context: TaskContext) => Promise<void>;
};
