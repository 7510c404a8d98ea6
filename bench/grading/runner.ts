import os from "node:os";
import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";
import { atATime } from "../lib/at-a-time";
import type { Figure } from "../lib/figures";
import { coldRun } from "./cold-run";
import type { Subject } from "./subjects";

const COLD_RUNS = 10;
const GRADINGS = 100;
const ROUNDS = 3;

/** Sandboxed gradings a second by all cores, beside cold runs a second by all cores. */
export async function measureRunner(pool: RunnerPool, subject: Subject): Promise<Figure[]> {
  const cores = os.availableParallelism();
  const { name, content, files, reach } = subject;
  const cold = coldRun(subject);
  const grade = async (n: number) => {
    const input = { content, files, mode: "submit", seed: `bench-${n}` } as const;
    const { verdict } = await gradeOnce(pool, `bench-${name}-${n}`, input);
    if (verdict !== "passed") throw new Error(`the bench's submission got ${verdict}`);
  };
  await atATime(cores * 2, cores, grade);
  let coldRate = 0;
  let rate = 0;
  // In turn, so that a change in the machine's speed meets both.
  for (let round = 0; round < ROUNDS; round++) {
    coldRate += (await atATime(COLD_RUNS, cores, cold)) / ROUNDS;
    rate += (await atATime(GRADINGS, cores, grade)) / ROUNDS;
  }
  return [
    { name: `${name}: gradings a second`, value: rate, unit: "1/s", better: "higher" },
    {
      name: `${name}: gradings a second / cold runs a second`,
      value: rate / coldRate,
      unit: "x",
      reach: reach.rate,
      better: "higher",
    },
  ];
}
