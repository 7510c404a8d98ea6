import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";
import type { Figure } from "../lib/figures";
import { beside, gradingsASecond, timed } from "./beside-plain";
import { packageOf } from "./package";
import { plainPython } from "./plain-python";

const ROUNDS = 5;
const MS = 1000;

/** About ten seconds of training on one core, with a point of its curve at every step. */
const LEARNER = `
import numpy as np
from touchstone.progress import report

def fit(train, seed):
    rng = np.random.default_rng(seed)
    W, x = rng.normal(size=(700, 700)) / 30, train["x"]
    for step in range(400):
        h = np.tanh(x @ W)
        gradient = x.T @ (h * (1 - h * h)) / len(x)
        W = W - 0.01 * gradient
        report(step, loss=float(np.abs(h).mean()))
    return {"norm": float(np.linalg.norm(W))}
`;
const CHECKER = `
from touchstone.checker import case, live

@case(en="a", zh="a")
def a(candidate, rng):
    live(candidate).fit({"x": rng.normal(size=(700, 700))}, 1)
`;
const PLAIN = `
${LEARNER}
import time
x = np.random.default_rng(0).normal(size=(700, 700))
began = time.perf_counter()
fit({"x": x}, 1)
print(time.perf_counter() - began)
`;

/** What the sandbox adds to a training run: time of the same fit inside and outside, in turn. */
export async function measureTraining(pool: RunnerPool): Promise<Figure[]> {
  const content = packageOf("training", "solution.py", CHECKER);
  const files = { "solution.py": LEARNER };
  const inside: number[] = [];
  const outside: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    outside.push(Number(await plainPython(PLAIN)));
    const input = { content, files, mode: "submit", seed: "bench" } as const;
    whole.push(
      await timed(async () => {
        const { verdict, cases } = await gradeOnce(pool, `training-${round}`, input);
        if (verdict !== "passed") throw new Error(`the bench's training got ${verdict}`);
        inside.push((cases[0]?.ms ?? 0) / MS);
      }),
    );
  }
  return [
    ...beside({ name: "training", unit: "s", reach: 1.03 }, inside, outside),
    gradingsASecond("training", whole),
  ];
}
