import type { Db } from "@/lib/platform/db";
import { JOBS, type JobName, type JobPayload } from "./definitions";

export type JobOptions = {
  /** Higher numbers wait longer. */
  priority?: number;
  /** Jobs of one queue run one after another. */
  queue?: string;
  runAt?: Date;
  /** A job that still waits under the same key gives way to this one. */
  key?: string;
  /** It runs when the job that gave way would have run, however many take its place. */
  keepsTime?: boolean;
  /** Workers pass over jobs with a flag that they forbid. */
  flags?: string[];
};

/** Adds a job in the caller's transaction: it exists if and only if what it works on does. */
export async function addJob<N extends JobName>(
  tx: Db,
  name: N,
  payload: JobPayload<N>,
  { priority = JOBS[name].priority, queue, runAt, key, keepsTime, flags }: JobOptions = {},
): Promise<void> {
  const keyMode = keepsTime ? "preserve_run_at" : "replace";
  const data = JSON.stringify(JOBS[name].payload.parse(payload));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}, ${data}::json, queue_name => ${queue ?? null}, run_at => ${runAt ?? null}::timestamptz,
      job_key => ${key ?? null}, job_key_mode => ${keyMode},
      max_attempts => ${JOBS[name].maxAttempts}, priority => ${priority}, flags => ${flags ?? null}::text[]
    )`;
}
