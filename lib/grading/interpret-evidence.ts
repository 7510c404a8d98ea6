import type { ChallengeManifest } from "@/lib/content/challenge-manifest";
import type { CaseEvent, RunnerEvent, Usage, VerdictWord } from "./events";

export type Interpretation = {
  verdict: VerdictWord;
  /** Share of points, 0 to 1; 0 where the checker failed. */
  score: number;
  cases: CaseEvent[];
  usage: Usage;
};

/** Which part of a season counts; everything where there are no parts, and when authors prove. */
export type Split = "all" | "public" | "private";

const NOTHING_USED: Usage = { wall_ms: 0, learner_wall_ms: 0, cpu_ms: 0, peak_memory_mb: 0 };

/**
 * The verdict that raw evidence means. Pure, so that it can be taken again at any time.
 * `passed` when the share of points reaches the manifest's `pass`; otherwise the outcome of the
 * first case not passed, in order. Evidence that is not whole is the platform's fault.
 * While the public part counts, the private one is not among the cases; later it is among them.
 */
export function interpretEvidence(
  manifest: Pick<ChallengeManifest, "pass">,
  events: RunnerEvent[],
  split: Split = "all",
): Interpretation {
  const finished = events.find((event) => event.event === "finished");
  const planned = events.find((event) => event.event === "plan")?.cases ?? [];
  const all = events.filter((event) => event.event === "case");
  const cases = split === "public" ? all.filter((one) => one.split !== "private") : all;
  const used = finished?.usage ?? NOTHING_USED;
  if (finished?.status === "checker_error") {
    return { verdict: "checker_error", score: 0, cases, usage: used };
  }
  const whole = finished?.status === "graded" && planned.length > 0;
  if (!whole || all.length !== planned.length) {
    return { verdict: "infrastructure_error", score: 0, cases, usage: used };
  }
  const counted = cases.filter((one) => split !== "private" || one.split !== "public");
  const score = shareOfPoints(counted);
  const firstLost = counted.find((one) => one.outcome !== "passed");
  const passed = score >= manifest.pass || firstLost === undefined;
  return { verdict: passed ? "passed" : firstLost.outcome, score, cases, usage: used };
}

function shareOfPoints(cases: CaseEvent[]): number {
  const total = cases.reduce((sum, one) => sum + one.points, 0);
  const earned = cases.reduce((sum, one) => sum + Math.min(one.earned, one.points), 0);
  return total > 0 ? earned / total : 0;
}
