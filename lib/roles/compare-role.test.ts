import { describe, expect, it } from "vitest";
import { shownLevel } from "@/lib/measurement/estimate";
import { abilityOf, type Belief, compareRole } from "./compare-role";

const belief = (mean: number, sd: number, measured = true): Belief => ({
  ...{ mean, sd, measured },
  ...{ low: mean - 1.6449 * sd, high: mean + 1.6449 * sd },
});

const ask = (skill: string, level: number, weight = 1) => ({ skill, level, weight });

/** P(X ≥ cut) for N(mean, sd) cut off at ±4, by Simpson's rule on 8000 steps. */
function integrated(mean: number, sd: number, cut: number): number {
  const density = (x: number) => Math.exp(-0.5 * ((x - mean) / sd) ** 2);
  const area = (from: number, to: number) => {
    const h = (to - from) / 8000;
    let sum = density(from) + density(to);
    for (let i = 1; i < 8000; i++) sum += (i % 2 === 1 ? 4 : 2) * density(from + i * h);
    return (sum * h) / 3;
  };
  return area(cut, 4) / area(-4, 4);
}

describe("a skill beside what is asked", () => {
  it.each([
    [0, 1, 70],
    [0.8, 0.5, 70],
    [-1.2, 0.4, 45],
    [1.6, 0.3, 75],
    [3.2, 0.6, 88],
  ])("N(%f, %f) reaches %i as probably as by integration", (mean, sd, level) => {
    const fit = compareRole(
      { required: [ask("a", level)], nice: [] },
      new Map([["a", belief(mean, sd)]]),
    );
    expect(fit.required[0]?.probability).toBeCloseTo(integrated(mean, sd, abilityOf(level)), 3);
  });

  it("lacks points of its level, and its band lies below, around or above", () => {
    const beliefs = new Map([
      ["low", belief(-1, 0.2)],
      ["near", belief(0.6, 0.5)],
      ["high", belief(2, 0.2)],
    ]);
    const required = [ask("low", 70), ask("near", 70), ask("high", 70)];
    const fits = compareRole({ required, nice: [] }, beliefs).required;
    expect(fits.map(({ place }) => place)).toEqual(["below", "within", "above"]);
    expect(fits[0]?.gap).toBeCloseTo(70 - shownLevel(-1), 9);
    expect(fits[2]?.gap).toBe(0);
  });

  it("says when nothing of its own is behind it", () => {
    const fit = compareRole(
      { required: [ask("a", 60)], nice: [ask("b", 60)] },
      new Map([
        ["a", belief(0, 1, false)],
        ["b", belief(1, 0.4)],
      ]),
    );
    expect(fit.required[0]?.measured).toBe(false);
    expect(fit.nice[0]?.measured).toBe(true);
  });
});

describe("a role", () => {
  const beliefs = new Map([
    ["a", belief(1, 0.5)],
    ["b", belief(0, 0.5)],
  ]);
  const fit = compareRole({ required: [ask("a", 60, 3), ask("b", 60, 1)], nice: [] }, beliefs);
  const [a = 0, b = 0] = fit.required.map(({ probability }) => probability);

  it("is met as a whole between the product and the least of its skills", () => {
    expect(fit.all.least).toBeCloseTo(a * b, 12);
    expect(fit.all.most).toBe(Math.min(a, b));
    expect(fit.all.least).toBeLessThan(fit.all.most);
  });

  it("is met in a share that goes by weight", () => {
    expect(fit.share).toBeCloseTo((3 * a + b) / 4, 12);
  });

  it("is met at least as probably as the lower bound by skills that correlate", () => {
    // Two N(mean, sd) that correlate by 0.7, on a fine grid of their common factor.
    const rho = 0.7;
    let [joint, total] = [0, 0];
    for (let f = -6; f <= 6; f += 0.01) {
      const weight = Math.exp(-0.5 * f * f);
      const over = (mean: number) =>
        integrated(mean + 0.5 * Math.sqrt(rho) * f, 0.5 * Math.sqrt(1 - rho), abilityOf(60));
      joint += weight * over(1) * over(0);
      total += weight;
    }
    expect(joint / total).toBeGreaterThan(fit.all.least);
    expect(joint / total).toBeLessThan(fit.all.most);
  });

  it("does not hang on skills that are only nice to have", () => {
    const withNice = compareRole(
      { required: [ask("a", 60, 3), ask("b", 60, 1)], nice: [ask("a", 90, 3)] },
      beliefs,
    );
    expect(withNice.all).toEqual(fit.all);
    expect(withNice.share).toBe(fit.share);
  });
});
