import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type RunnerEvent, runnerEvent } from "@/lib/grading/events";
import type { GradingJob } from "./job";

export type RunnerOptions = {
  python: string;
  venv: string;
  bwrap: string;
  runtimes: string[];
  /** Host user id of this runner's sandboxes when it runs as root. */
  uid: number;
};

const ready = z.object({ event: z.literal("ready"), version: z.string(), cgroup: z.string() });
const unusable = z.object({ event: z.literal("unusable"), reason: z.string() });
const jobLine = z.object({ job: z.string() }).and(runnerEvent);
const firstLine = z.discriminatedUnion("event", [ready, unusable]);

type Underway = {
  job: string;
  onEvent: (event: RunnerEvent) => void;
  resolve: () => void;
  reject: (fault: Error) => void;
};

/** The runner's end, seen from here: an infrastructure fault. */
export class RunnerFault extends Error {
  override readonly name = "RunnerFault";
}

/** One trusted Python process that grades one job at a time. */
export class RunnerProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private underway: Underway | null = null;
  private ended = false;
  private errors = "";
  /** What the machine's sandbox offers, once the runner is ready. */
  readonly ready: Promise<z.infer<typeof ready>>;
  /** Resolves when the process has ended. */
  readonly gone: Promise<void>;

  constructor(options: RunnerOptions) {
    this.child = spawn(options.python, argumentsFor(options), {
      env: runnerEnvironment(),
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.ready = new Promise((resolve, reject) => {
      const lines = createInterface({ input: this.child.stdout });
      lines.once("line", (line) => {
        const first = firstLine.safeParse(JSON.parse(line));
        if (first.success && first.data.event === "ready") resolve(first.data);
        else reject(new RunnerFault(first.success ? JSON.stringify(first.data) : line));
        lines.on("line", (next) => this.read(next));
      });
      this.child.once("error", (error) => reject(new RunnerFault(error.message)));
      this.child.once("exit", () => reject(new RunnerFault(this.lastErrors())));
    });
    this.ready.catch(() => undefined);
    this.child.stderr.on("data", (chunk: Buffer) => {
      this.errors = (this.errors + chunk.toString()).slice(-4000);
    });
    this.child.stdin.on("error", () => this.end());
    this.gone = new Promise((resolve) => {
      this.child.once("exit", () => {
        this.end();
        resolve();
      });
    });
  }

  get alive(): boolean {
    return !this.ended;
  }

  /** Grades one job; resolves after its `finished` event. Rejects with RunnerFault when the runner ends. */
  grade(job: GradingJob, onEvent: (event: RunnerEvent) => void): Promise<void> {
    if (this.ended) return Promise.reject(new RunnerFault(this.lastErrors()));
    return new Promise((resolve, reject) => {
      this.underway = { job: job.job, onEvent, resolve, reject };
      this.child.stdin.write(`${JSON.stringify(job)}\n`);
    });
  }

  /** Ends the runner; its sandboxes end with it. */
  async close(): Promise<void> {
    if (this.ended) return;
    this.child.kill("SIGTERM");
    const timer = setTimeout(() => this.child.kill("SIGKILL"), 5_000);
    await this.gone;
    clearTimeout(timer);
  }

  private read(line: string) {
    const underway = this.underway;
    const parsed = jobLine.safeParse(JSON.parse(line));
    if (!underway || !parsed.success || parsed.data.job !== underway.job) {
      this.errors += `\nunexpected line: ${line.slice(0, 500)}`;
      this.child.kill("SIGKILL");
      return;
    }
    const { job: _, ...event } = parsed.data;
    underway.onEvent(event as RunnerEvent);
    if (event.event !== "finished") return;
    this.underway = null;
    underway.resolve();
  }

  private end() {
    this.ended = true;
    const underway = this.underway;
    this.underway = null;
    underway?.reject(new RunnerFault(this.lastErrors()));
  }

  private lastErrors(): string {
    return `the runner ended: ${this.errors.trim().slice(-1000) || "without a word"}`;
  }
}

const argumentsFor = ({ venv, bwrap, runtimes, uid }: RunnerOptions): string[] => [
  "-m",
  "touchstone.runner",
  ...["--venv", venv],
  ...["--bwrap", bwrap],
  ...["--warm", runtimes.join(",")],
  ...["--uid-base", String(uid)],
];

/** Nothing of the worker's own environment but the way to programs: it holds secrets. */
const runnerEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LANG: "C.UTF-8",
  PYTHONPATH: path.resolve("workers/python"),
});
