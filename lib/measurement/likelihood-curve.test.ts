import { expect, test } from "vitest";
import { likelihoodCurve, logLikelihood } from "./likelihood-curve";
import { GRID } from "./numeric/grid";
import { logistic } from "./numeric/logistic";
import type { ItemParameters } from "./response";

const known: ItemParameters = {
  difficulty: 0.4,
  difficultySd: 0,
  logDiscrimination: Math.log(1.3),
  logDiscriminationSd: 0,
  guessing: 0,
};

test("a known item's curve is the 2PL in closed form", () => {
  const right = likelihoodCurve(known, 1, 1);
  const wrong = likelihoodCurve(known, 0, 1);
  for (const index of [0, 40, 80, 120, 160]) {
    const probability = logistic(1.3 * ((GRID[index] ?? 0) - 0.4));
    expect(right[index]).toBeCloseTo(Math.log(probability), 12);
    expect(wrong[index]).toBeCloseTo(Math.log(1 - probability), 10);
  }
});

test("a floor for guessing keeps the curve above it", () => {
  const curve = likelihoodCurve({ ...known, guessing: 0.25 }, 1, 1);
  expect(Math.exp(curve[0] ?? 0)).toBeCloseTo(0.25 + 0.75 * logistic(1.3 * -4.4), 12);
  expect(logLikelihood(-800, 1, 0.25)).toBeCloseTo(Math.log(0.25), 12);
  expect(logLikelihood(800, 0, 0.25)).toBeLessThan(-700);
});

/** The same integral by brute force: midpoints over ±7 standard deviations. */
function bruteForce(item: ItemParameters, theta: number, y: number, n: number): number {
  const steps = 400;
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const width = 14 / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const z = -7 + (i + 0.5) * width;
    for (let j = 0; j < steps; j++) {
      const u = -7 + (j + 0.5) * width;
      const b = item.difficulty + item.difficultySd * z;
      const a = Math.exp(item.logDiscrimination + item.logDiscriminationSd * u);
      sum += density(z) * density(u) * Math.exp(n * logLikelihood(a * (theta - b), y, 0));
    }
  }
  return Math.log(sum * width * width);
}

test.each([
  [1, 1],
  [0, 1],
  [0.7, 3],
])("an uncertain item's curve at score %d of %d items is the integral over its beliefs", (y, n) => {
  const item = { ...known, difficultySd: 0.5, logDiscriminationSd: 0.3 };
  const curve = likelihoodCurve(item, y, n);
  for (const index of [30, 80, 130])
    expect(curve[index]).toBeCloseTo(bruteForce(item, GRID[index] ?? 0, y, n), 4);
});

test("many cases at the far end of the grid do not underflow", () => {
  const curve = likelihoodCurve({ ...known, difficultySd: 0.5 }, 1, 200);
  expect(Number.isFinite(curve[0])).toBe(true);
});
