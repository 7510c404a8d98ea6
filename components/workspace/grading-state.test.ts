import { describe, expect, it } from "vitest";
import { advance, type EventType, type GradingState, QUEUED } from "./grading-state";

const plan = [{ name: "a", title: { en: "A", zh: "甲" }, visible: true, points: 1 }];
const one = { ...plan[0], index: 0, outcome: "passed", earned: 1, message: null };

const stateAfter = (events: [EventType, unknown][]): GradingState =>
  events.reduce((state, [type, data]) => advance(state, type, data), QUEUED);

describe("the state of a grading", () => {
  it("collects cases and ends with the verdict", () => {
    const state = stateAfter([
      ["queued", { position: 2 }],
      ["started", { attempt: 1 }],
      ["plan", { cases: plan }],
      ["case_started", { index: 0 }],
      ["case", one],
      ["verdict", { verdict: "passed", score: 1 }],
    ]);
    expect(state.phase).toBe("done");
    expect(state.cases.get(0)?.outcome).toBe("passed");
    expect(state.summary?.verdict).toBe("passed");
  });

  it("forgets what a broken attempt showed", () => {
    const state = stateAfter([
      ["plan", { cases: plan }],
      ["case", one],
      ["retry", { attempt: 1 }],
    ]);
    expect(state).toMatchObject({ phase: "queued", retried: true });
    expect(state.cases.size).toBe(0);
  });
});
