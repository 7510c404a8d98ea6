import type { Figure } from "../lib/figures";
import { quantile } from "../lib/quantile";
import { coldRun } from "./cold-run";
import { Learner } from "./learner";
import type { Subject } from "./subjects";

const RUNS = 30;
/** Below the limit on submissions of one person in a minute. */
const RUNS_A_LEARNER = 15;

/** HTTP submit to the verdict's event, on an idle installation, beside cold runs. */
export async function measureHttp(origin: string, subject: Subject): Promise<Figure[]> {
  const { name, reach } = subject;
  const coldOnce = coldRun(subject);
  const cold: number[] = [];
  const http: number[] = [];
  let learner = await Learner.join(origin);
  await learner.verdict(await learner.submit(subject));
  // In turn, so that a change in the machine's speed meets both.
  for (let n = 0; n < RUNS; n++) {
    if (n % RUNS_A_LEARNER === 0) learner = await Learner.join(origin);
    if (n % 2 === 0) cold.push(await coldOnce());
    const begun = performance.now();
    const verdict = await learner.verdict(await learner.submit(subject));
    http.push((performance.now() - begun) / 1000);
    if (verdict !== "passed") throw new Error(`the bench's submission got ${verdict}`);
  }
  const base = quantile(cold, 0.5);
  const ratio = (label: string, q: number, goal: number | undefined): Figure => ({
    name: `${name}: submit to verdict over HTTP, ${label} / cold p50`,
    value: quantile(http, q) / base,
    unit: "x",
    better: "lower",
    ...(goal === undefined ? {} : { reach: goal }),
  });
  return [
    { name: `${name}: cold python3, p50`, value: base * 1000, unit: "ms", better: "lower" },
    {
      name: `${name}: submit to verdict over HTTP, p50`,
      value: quantile(http, 0.5) * 1000,
      unit: "ms",
      better: "lower",
    },
    ratio("p50", 0.5, reach.latency),
    ratio("p95", 0.95, reach.tail),
  ];
}
