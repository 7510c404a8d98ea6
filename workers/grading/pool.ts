import type { RunnerEvent } from "@/lib/grading/events";
import { log } from "@/lib/platform/log";
import type { GradingJob } from "./job";
import { type RunnerOptions, RunnerProcess } from "./runner-process";
import { WeakSandbox } from "./weak-sandbox";

const FIRST_BACK_OFF_MS = 200;
const LONGEST_BACK_OFF_MS = 30_000;
/** Host user ids of sandboxes, one a slot, so that two slots share no process limits. */
const UID_BASE = 61_000;

export type SandboxStrength = { version: string; cgroup: string };
export type PoolOptions = Omit<RunnerOptions, "uid"> & {
  slots: number;
  /** The first slot's number, where another pool of the same worker has those before it. */
  firstSlot?: number;
  /** Whether runners may grade that found no control groups. */
  acceptWeak: boolean;
};

/** A fixed number of runners; a job takes a free one or waits its turn. */
export class RunnerPool {
  private readonly free: RunnerProcess[] = [];
  private readonly waiting: ((runner: RunnerProcess) => void)[] = [];
  private readonly all = new Set<RunnerProcess>();
  private closed = false;
  private alone: Promise<void> = Promise.resolve();
  private backOff = FIRST_BACK_OFF_MS;
  private found: SandboxStrength = { version: "", cgroup: "" };

  private constructor(private readonly options: PoolOptions) {}

  /** Starts every runner. Rejects with RunnerFault or WeakSandbox when one cannot be used. */
  static async start(options: PoolOptions): Promise<RunnerPool> {
    const pool = new RunnerPool(options);
    const starts = Array.from({ length: options.slots }, (_, index) =>
      pool.add((options.firstSlot ?? 0) + index),
    );
    await Promise.all(starts);
    return pool;
  }

  /** What the machine's sandbox offers, as the first runner found it. */
  get strength() {
    return this.found;
  }

  get busy(): number {
    return this.all.size - this.free.length;
  }

  /** Grades one job. Rejects with RunnerFault when its runner ends; the slot gets a new one. */
  async grade(job: GradingJob, onEvent: (event: RunnerEvent) => void): Promise<void> {
    const runner = await this.take();
    try {
      await runner.grade(job, onEvent);
      this.backOff = FIRST_BACK_OFF_MS;
    } finally {
      if (runner.alive) this.release(runner);
    }
  }

  /** Grades one job while no other runs here: the last try of one that faults. */
  gradeAlone(job: GradingJob, onEvent: (event: RunnerEvent) => void): Promise<void> {
    // Two that each gathered half of the runners would wait for each other for ever.
    const turn = this.alone.then(() => this.gradeWithoutOthers(job, onEvent));
    this.alone = turn.catch(() => undefined);
    return turn;
  }

  private async gradeWithoutOthers(job: GradingJob, onEvent: (event: RunnerEvent) => void) {
    const others = await Promise.all(
      Array.from({ length: this.options.slots - 1 }, () => this.take()),
    );
    try {
      await this.grade(job, onEvent);
    } finally {
      for (const runner of others) if (runner.alive) this.release(runner);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.all].map((runner) => runner.close()));
  }

  private async add(slot: number): Promise<void> {
    const runner = new RunnerProcess({ ...this.options, uid: UID_BASE + slot });
    this.all.add(runner);
    try {
      const { version, cgroup } = await runner.ready;
      if (cgroup === "none" && !this.options.acceptWeak) {
        await runner.close();
        throw new WeakSandbox();
      }
      this.found = { version, cgroup };
    } catch (fault) {
      this.all.delete(runner);
      throw fault;
    }
    void runner.gone.then(() => this.replace(runner, slot));
    this.release(runner);
  }

  private replace(runner: RunnerProcess, slot: number) {
    this.all.delete(runner);
    const index = this.free.indexOf(runner);
    if (index >= 0) this.free.splice(index, 1);
    if (this.closed) return;
    log.warn({ slot, inMs: this.backOff }, "a runner ended; starting another");
    setTimeout(() => this.tryAdd(slot), this.backOff);
    this.backOff = Math.min(this.backOff * 2, LONGEST_BACK_OFF_MS);
  }

  private tryAdd(slot: number) {
    if (this.closed) return;
    this.add(slot).catch((fault: Error) => {
      log.error({ slot, reason: fault.message }, "a runner cannot start");
      setTimeout(() => this.tryAdd(slot), this.backOff);
      this.backOff = Math.min(this.backOff * 2, LONGEST_BACK_OFF_MS);
    });
  }

  private take(): Promise<RunnerProcess> {
    const runner = this.free.pop();
    if (runner) return Promise.resolve(runner);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(runner: RunnerProcess) {
    const next = this.waiting.shift();
    if (next) next(runner);
    else this.free.push(runner);
  }
}
