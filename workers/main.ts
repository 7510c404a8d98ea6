import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { type Runner, run, type WorkerEvents } from "graphile-worker";
import { JOBS, type JobName } from "@/lib/jobs/definitions";
import { pool as databasePool, disconnect } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { closeOverdue } from "@/lib/quiz/close-overdue";
import { removeExpired } from "@/lib/runs/remove-expired";
import { closeDueSeasons } from "@/lib/seasons/close-season";
import { removeExpiredUploads } from "@/lib/uploads/remove-expired-uploads";
import { freeForgotten } from "@/lib/workers/free-orphans";
import { beat, HEARTBEAT_MS, noteQueueIds, registerWorker, signOff } from "@/lib/workers/heartbeat";
import { reapDeadWorkers } from "@/lib/workers/reap-dead-workers";
import { RunnerPool } from "./grading/pool";
import { poolOptions } from "./grading/pool-options";
import { UnderWay } from "./grading/under-way";
import { controlGroupsRemedy, WEAK_SANDBOX, WeakSandbox } from "./grading/weak-sandbox";
import { taskHandlers } from "./tasks";
import type { TaskContext } from "./tasks/task";

const SWEEP_MS = 60_000;
/** What is not finished within this is left to be freed by others. */
const STOP_WITHIN_MS = 60_000;

/** Starts a worker and resolves when it has stopped: after a signal, or when it was taken for dead. */
async function main(): Promise<void> {
  const workerId = `worker-${randomUUID()}`;
  const options = poolOptions();
  const pool = await RunnerPool.start(options);
  if (pool.strength.cgroup === "none") {
    log.warn({ remedy: controlGroupsRemedy() }, WEAK_SANDBOX);
  }
  await registerWorker(workerId, options.slots, pool.strength);
  await reapDeadWorkers();
  const underWay = new UnderWay();
  const runner = await startQueue({ workerId, pool, underWay }, options.slots);
  log.info({ workerId, slots: options.slots }, "worker ready");
  const timers = [
    setInterval(() => void keepAlive({ workerId, pool, underWay }, runner), HEARTBEAT_MS),
    setInterval(() => void guarded("sweep", removeExpired), SWEEP_MS),
    setInterval(() => void guarded("clearing uploads", removeExpiredUploads), SWEEP_MS),
    setInterval(() => void guarded("closing overdue attempts", closeOverdue), SWEEP_MS),
    setInterval(() => void guarded("closing seasons", closeDueSeasons), SWEEP_MS),
  ];
  process.once("SIGTERM", () => stop(runner));
  process.once("SIGINT", () => stop(runner));
  await runner.promise;
  for (const timer of timers) clearInterval(timer);
  await pool.close();
  await signOff(workerId);
  await reapDeadWorkers();
  await disconnect();
}

async function startQueue(context: TaskContext, slots: number): Promise<Runner> {
  const handlers = taskHandlers();
  const taskList = Object.fromEntries(
    [...handlers].map(([name, task]) => [
      name,
      (payload: unknown) =>
        task.handle(JOBS[name as JobName].payload.parse(payload) as never, context),
    ]),
  );
  const queueIds: string[] = [];
  const events = new EventEmitter() as WorkerEvents;
  // The queue locks jobs under names of its own; a dead worker's are freed by them.
  events.on("worker:create", ({ worker }) => queueIds.push(worker.workerId));
  // A slot whose job could not be marked as done, as when the database fails, takes no further one.
  events.once("worker:fatalError", ({ error }) => {
    log.error({ err: error }, "a slot of the queue is lost; stopping, to be started again");
    stop(runner);
  });
  const runner = await run({
    pgPool: databasePool(),
    taskList,
    concurrency: slots,
    noHandleSignals: true,
    pollInterval: 1_000,
    events,
  });
  await noteQueueIds(context.workerId, queueIds);
  return runner;
}

/** Takes nothing new, finishes what is under way, and ends whatever happens. */
function stop(runner: Runner) {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  void runner.stop();
}

async function keepAlive({ workerId, pool, underWay }: TaskContext, runner: Runner) {
  await guarded("heartbeat", async () => {
    const known = await beat(workerId, pool.busy);
    if (!known) {
      log.error({ workerId }, "taken for dead; stopping");
      stop(runner);
    }
    await reapDeadWorkers();
    await freeForgotten(workerId, underWay.ids);
  });
}

async function guarded(what: string, act: () => Promise<unknown>) {
  try {
    await act();
  } catch (error) {
    log.error({ err: error }, `${what} failed`);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof WeakSandbox)) throw error;
  log.fatal({ remedy: error.remedy }, error.message);
  process.exit(1);
}
