import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { type Runner, run, type WorkerEvents } from "graphile-worker";
import { eraseDue } from "@/lib/accounts/erase-due";
import { isOnDevice, JOBS, type JobName } from "@/lib/jobs/definitions";
import { pruneInputs } from "@/lib/matching/inputs/prune-inputs";
import { pruneRankings } from "@/lib/matching/rankings/prune-rankings";
import { closeOverdueOrientations } from "@/lib/orientation/close-overdue";
import { pool as databasePool, disconnect } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { tendReviews } from "@/lib/projects/tend-reviews";
import { closeOverdue } from "@/lib/quiz/close-overdue";
import { removeExpired } from "@/lib/runs/remove-expired";
import { closeDueSeasons } from "@/lib/seasons/close-season";
import { measureStale } from "@/lib/skills/measure-stale";
import { removeExpiredUploads } from "@/lib/uploads/remove-expired-uploads";
import { freeForgotten } from "@/lib/workers/free-orphans";
import { beat, HEARTBEAT_MS, noteQueueIds, registerWorker, signOff } from "@/lib/workers/heartbeat";
import { reapDeadWorkers } from "@/lib/workers/reap-dead-workers";
import { openDevices } from "./device-queue";
import { RunnerPool } from "./grading/pool";
import { poolOptions } from "./grading/pool-options";
import { UnderWay } from "./grading/under-way";
import { controlGroupsRemedy, WEAK_SANDBOX, WeakSandbox } from "./grading/weak-sandbox";
import { alertSearches } from "./matching/alert-searches";
import { forgetErased } from "./matching/memory-in-use";
import { tendModels } from "./matching/models";
import { lookWhenDue } from "./measurement/look-when-due";
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
  // Takes minutes the first time on a machine with a GPU, which others would take for silence.
  const devices = await openDevices(workerId);
  await registerWorker(workerId, options.slots, pool.strength);
  await reapDeadWorkers();
  const underWay = new UnderWay();
  const { desk } = devices;
  const context = { workerId, pool, desk, underWay };
  const queueIds: string[] = [];
  const runner = await startQueue(context, { slots: options.slots, queueIds });
  const runners = [runner];
  if (devices.pool) {
    // Of its own slots: what waits for a device never keeps others from running.
    const slots = { slots: devices.slots, queueIds, onDevice: true };
    runners.push(await startQueue({ ...context, pool: devices.pool }, slots));
  }
  await noteQueueIds(workerId, queueIds);
  log.info({ workerId, slots: options.slots, devices: desk.count }, "worker ready");
  const timers = [
    setInterval(() => void keepAlive(context, runners), HEARTBEAT_MS),
    setInterval(() => void guarded("report of devices", () => desk.report()), HEARTBEAT_MS),
    setInterval(() => void guarded("sweep", removeExpired), SWEEP_MS),
    setInterval(() => void guarded("clearing uploads", removeExpiredUploads), SWEEP_MS),
    setInterval(() => void guarded("closing overdue attempts", closeOverdue), SWEEP_MS),
    setInterval(() => void guarded("ending orientations", closeOverdueOrientations), SWEEP_MS),
    setInterval(() => void guarded("closing seasons", closeDueSeasons), SWEEP_MS),
    setInterval(() => void guarded("erasing those who left", eraseDue), SWEEP_MS),
    setInterval(() => void guarded("looking after reviews", tendReviews), SWEEP_MS),
    setInterval(() => void guarded("measuring skills anew", () => measureStale()), SWEEP_MS),
    setInterval(() => void guarded("a look at the items", lookWhenDue), SWEEP_MS),
    setInterval(() => void guarded("looking after embeddings", tendModels), SWEEP_MS),
    setInterval(() => void guarded("forgetting the erased", forgetErased), SWEEP_MS),
    setInterval(() => void guarded("dropping old rankings", () => pruneRankings()), SWEEP_MS),
    setInterval(() => void guarded("dropping old inputs", () => pruneInputs()), SWEEP_MS),
    setInterval(() => void guarded("alerts of saved searches", () => alertSearches()), SWEEP_MS),
  ];
  process.once("SIGTERM", () => stop(runners));
  process.once("SIGINT", () => stop(runners));
  // A queue that ends by itself takes the other with it.
  await Promise.race(runners.map(({ promise }) => promise));
  stop(runners);
  await Promise.all(runners.map(({ promise }) => promise));
  for (const timer of timers) clearInterval(timer);
  await Promise.all([pool.close(), devices.pool?.close()]);
  desk.close();
  await signOff(workerId);
  await reapDeadWorkers();
  await disconnect();
}

type Queue = {
  slots: number;
  /** Where the names are noted under which the queue locks jobs. */
  queueIds: string[];
  /** Whether it takes the jobs that need a device, or the others. */
  onDevice?: boolean;
};

async function startQueue(
  context: TaskContext,
  { slots, queueIds, onDevice = false }: Queue,
): Promise<Runner> {
  const handlers = [...taskHandlers()].filter(
    ([name]) =>
      isOnDevice(name) === onDevice &&
      // On the stand-in nothing is timed, so nothing would be proven.
      (name !== "prove-on-device" || context.desk.judgesSpeed),
  );
  const taskList = Object.fromEntries(
    handlers.map(([name, task]) => [
      name,
      (payload: unknown) =>
        task.handle(JOBS[name as JobName].payload.parse(payload) as never, context),
    ]),
  );
  const events = new EventEmitter() as WorkerEvents;
  // The queue locks jobs under names of its own; a dead worker's are freed by them.
  events.on("worker:create", ({ worker }) => queueIds.push(worker.workerId));
  // A slot whose job could not be marked as done, as when the database fails, takes no further one.
  events.once("worker:fatalError", ({ error }) => {
    log.error({ err: error }, "a slot of the queue is lost; stopping, to be started again");
    stop([runner]);
  });
  const runner = await run({
    pgPool: databasePool(),
    taskList,
    concurrency: slots,
    noHandleSignals: true,
    pollInterval: 1_000,
    events,
    ...(onDevice && { forbiddenFlags: () => context.desk.flagsToPassOver() }),
  });
  return runner;
}

/** Takes nothing new, finishes what is under way, and ends whatever happens. */
function stop(runners: Runner[]) {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  // One that has stopped already says so by failing.
  for (const runner of runners) void runner.stop().catch(() => undefined);
}

async function keepAlive({ workerId, pool, underWay }: TaskContext, runners: Runner[]) {
  await guarded("heartbeat", async () => {
    const known = await beat(workerId, pool.busy);
    if (!known) {
      log.error({ workerId }, "taken for dead; stopping");
      stop(runners);
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
