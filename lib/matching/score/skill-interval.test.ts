import { describe, expect, it } from "vitest";
import { shareInterval } from "./skill-interval";

/** Every combination of met and unmet, with its probability. */
function byEnumeration(probabilities: number[], weights: number[]) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const outcomes: { met: number; mass: number }[] = [];
  for (let bits = 0; bits < 2 ** weights.length; bits++) {
    let [met, mass] = [0, 1];
    weights.forEach((weight, at) => {
      const isMet = (bits >> at) & 1;
      met += isMet ? weight : 0;
      mass *= isMet ? (probabilities[at] ?? 0) : 1 - (probabilities[at] ?? 0);
    });
    outcomes.push({ met, mass });
  }
  outcomes.sort((a, b) => a.met - b.met);
  const quantile = (share: number) => {
    let below = 0;
    for (const { met, mass } of outcomes) {
      below += mass;
      if (below >= share - 1e-12) return met / total;
    }
    return 1;
  };
  return { low: quantile(0.05), high: quantile(0.95) };
}

describe("the interval of the share that is met", () => {
  it.each([
    [
      [0.9, 0.5, 0.2],
      [6, 3, 1],
    ],
    [
      [0.99, 0.99, 0.99, 0.6, 0.05],
      [2, 4, 6, 3, 1],
    ],
    [[0.5], [2]],
  ])("is that of all combinations: %j by %j", (probabilities, weights) => {
    expect(shareInterval(probabilities, weights)).toEqual(byEnumeration(probabilities, weights));
  });

  it("has no width where everything is certain, and is 0 where nothing is asked", () => {
    expect(shareInterval([1, 0], [2, 2])).toEqual({ low: 0.5, high: 0.5 });
    expect(shareInterval([], [])).toEqual({ low: 0, high: 0 });
  });
});
