import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const surveyed = z.object({
  uuid: z.string(),
  minor: z.int(),
  name: z.string(),
  memory_mb: z.int(),
  used_mb: z.int(),
  /** Programs that compute on it now. */
  processes: z.int(),
  /** Faults of the device itself since the survey began. */
  errors: z.int(),
});

const report = z.object({ devices: z.array(surveyed), error: z.string().nullable() });
export type SurveyReport = z.infer<typeof report>;

const ANSWER_WITHIN_MS = 10_000;
/** The first answer waits for Triton's helper to be compiled, once an installation. */
const FIRST_WITHIN_MS = 180_000;

/** This machine's GPUs, asked of a trusted Python process that stays open. */
export class Survey {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly answers: ((line: string | null) => void)[] = [];
  private asked = false;

  constructor(python: string) {
    this.child = spawn(python, ["-m", "touchstone.runner.survey"], {
      env: {
        NODE_ENV: process.env.NODE_ENV,
        PATH: process.env.PATH,
        LANG: "C.UTF-8",
        PYTHONPATH: path.resolve("workers/python"),
      },
      stdio: "pipe",
    });
    this.child.stdin.on("error", () => this.end());
    this.child.once("error", () => this.end());
    this.child.once("exit", () => this.end());
    createInterface({ input: this.child.stdout }).on("line", (line) =>
      this.answers.shift()?.(line),
    );
  }

  /** What is there now. Rejects where the process is gone or does not answer in time. */
  async ask(): Promise<SurveyReport> {
    const within = this.asked ? ANSWER_WITHIN_MS : FIRST_WITHIN_MS;
    this.asked = true;
    let timer: NodeJS.Timeout | undefined;
    const line = await new Promise<string | null>((resolve) => {
      timer = setTimeout(() => resolve(null), within);
      this.answers.push(resolve);
      if (this.child.exitCode !== null || !this.child.stdin.writable) resolve(null);
      else this.child.stdin.write("\n");
    });
    clearTimeout(timer);
    // After a missing answer the lines would no longer belong to their questions.
    if (line === null) {
      this.close();
      throw new Error("the survey of devices does not answer");
    }
    return report.parse(JSON.parse(line));
  }

  close(): void {
    this.child.kill("SIGKILL");
    this.end();
  }

  private end() {
    for (const answer of this.answers.splice(0)) answer(null);
  }
}
