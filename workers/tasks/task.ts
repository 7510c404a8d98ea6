import type { JobName, JobPayload } from "@/lib/jobs/definitions";
import type { DeviceDesk } from "../devices/device-desk";
import type { JobDevice } from "../grading/job";
import type { RunnerPool } from "../grading/pool";
import type { UnderWay } from "../grading/under-way";

/** What a handler may use of its worker. */
export type TaskContext = {
  workerId: string;
  pool: RunnerPool;
  desk: DeviceDesk;
  underWay: UnderWay;
  /** What the job was leased, where it needs one. */
  device?: JobDevice;
};

/** A job's handler: one file in workers/tasks each. */
export type Task<N extends JobName = JobName> = {
  name: N;
  handle: (payload: JobPayload<N>, context: TaskContext) => Promise<void>;
};
