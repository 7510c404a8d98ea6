import { describe, expect, it } from "vitest";
import type { CaseEvent, RunnerEvent, VerdictWord } from "./events";
import { interpretEvidence } from "./interpret-evidence";

const usage = { wall_ms: 20, learner_wall_ms: 5, cpu_ms: 4, peak_memory_mb: 1 };

function evidence(
  outcomes: VerdictWord[],
  points: number[] = outcomes.map(() => 1),
): RunnerEvent[] {
  const planned = outcomes.map((_, index) => ({
    name: `c${index}`,
    title: { en: "c", zh: "c" },
    visible: false,
    points: points[index] ?? 1,
  }));
  const cases = outcomes.map((outcome, index): CaseEvent => {
    const plan = planned[index] as (typeof planned)[number];
    const earned = outcome === "passed" ? plan.points : 0;
    return { event: "case", ...plan, index, outcome, earned, message: null, ms: 1, cpu_ms: 1 };
  });
  return [
    { event: "plan", cases: planned },
    ...cases,
    { event: "finished", status: "graded", usage },
  ];
}

const verdictOf = (pass: number, events: RunnerEvent[]) => interpretEvidence({ pass }, events);

describe("what evidence means", () => {
  it("passes when every case passed", () => {
    expect(verdictOf(1, evidence(["passed", "passed"]))).toMatchObject({
      verdict: "passed",
      score: 1,
      usage,
    });
  });

  it("takes the outcome of the first case that did not pass", () => {
    const events = evidence(["passed", "timed_out", "failed"]);
    expect(verdictOf(1, events)).toMatchObject({ verdict: "timed_out", score: 1 / 3 });
  });

  it("passes when the share of points reaches the mark", () => {
    const events = evidence(["passed", "failed"], [3, 1]);
    expect(verdictOf(0.75, events).verdict).toBe("passed");
    expect(verdictOf(0.76, events).verdict).toBe("failed");
  });

  it("never scores a checker's fault", () => {
    const events = evidence(["passed"]).slice(0, -1);
    events.push({ event: "finished", status: "checker_error", usage });
    expect(verdictOf(1, events)).toMatchObject({ verdict: "checker_error", score: 0 });
  });

  it.each([
    ["no event at all", []],
    ["no end", evidence(["passed"]).slice(0, -1)],
    ["a case too few", evidence(["passed", "passed"]).filter((_, index) => index !== 1)],
    ["a fault", [{ event: "finished", status: "fault", reason: "x" } as RunnerEvent]],
  ])("takes %s for the platform's fault", (_, events) => {
    expect(verdictOf(1, events).verdict).toBe("infrastructure_error");
  });

  it("counts no more points than a case is worth", () => {
    const events = evidence(["passed", "failed"]).map((event) =>
      event.event === "case" && event.outcome === "passed" ? { ...event, earned: 99 } : event,
    );
    expect(verdictOf(1, events).score).toBe(0.5);
  });
});
