import { expect, test } from "vitest";
import { logisticDif } from "./logistic-dif";
import { logisticRegression } from "./logistic-regression";
import { type DifObservation, fromTables, mantelHaenszel } from "./mantel-haenszel";

/** Admissions to Berkeley's six largest departments, 1973 (Bickel, Hammel & O'Connell 1975). */
const BERKELEY = [
  { a: 512, b: 313, c: 89, d: 19 },
  { a: 353, b: 207, c: 17, d: 8 },
  { a: 120, b: 205, c: 202, d: 391 },
  { a: 138, b: 279, c: 131, d: 244 },
  { a: 53, b: 138, c: 94, d: 299 },
  { a: 22, b: 351, c: 24, d: 317 },
];

test("Mantel-Haenszel gives the published figures of the Berkeley admissions", () => {
  const found = fromTables(BERKELEY);
  expect(found?.oddsRatio).toBeCloseTo(0.9046968, 6);
  expect(found?.chiSquare).toBeCloseTo(1.4269, 3);
  expect(found?.p).toBeCloseTo(0.2323, 3);
  // The published 95 % interval of the odds ratio is 0.7719 to 1.0603.
  expect((found?.deltaError ?? 0) / 2.35).toBeCloseTo(
    Math.log(1.0603298 / 0.7719074) / 3.919928,
    4,
  );
  expect(found?.difClass).toBe("A");
});

const many = (group: DifObservation["group"], right: number, wrong: number, matching: number) => [
  ...Array.from({ length: right }, (): DifObservation => ({ group, right: true, matching })),
  ...Array.from({ length: wrong }, (): DifObservation => ({ group, right: false, matching })),
];

test("an odds ratio of 4 is large, against the focal group, and in class C", () => {
  const found = mantelHaenszel([
    ...many("reference", 160, 80, 0),
    ...many("focal", 80, 160, 0),
    ...many("reference", 200, 50, 1),
    ...many("focal", 100, 100, 1),
  ]);
  expect(found?.oddsRatio).toBeCloseTo(4, 10);
  expect(found?.delta).toBeCloseTo(-2.35 * Math.log(4), 10);
  expect(found?.difClass).toBe("C");
});

test("a sizeable difference of few learners is not called DIF", () => {
  const found = mantelHaenszel([...many("reference", 6, 4, 0), ...many("focal", 4, 6, 0)]);
  expect(found?.delta).toBeLessThan(-1.5);
  expect(found?.difClass).toBe("A");
});

test("groups that do not overlap say nothing", () => {
  expect(
    mantelHaenszel([...many("reference", 5, 5, 0), ...many("focal", 5, 5, 1)]),
  ).toBeUndefined();
  expect(logisticDif(many("focal", 5, 5, 1))).toBeUndefined();
});

test("logistic regression on one binary predictor is the log odds ratio", () => {
  const rows = [...many("reference", 30, 10, 0), ...many("focal", 12, 28, 0)];
  const { coefficients, logLikelihood } = logisticRegression(
    rows.map(({ group }) => [1, group === "focal" ? 1 : 0]),
    rows.map(({ right }) => right),
  );
  expect(coefficients[0]).toBeCloseTo(Math.log(3), 8);
  expect(coefficients[1]).toBeCloseTo(Math.log(12 / 28 / 3), 8);
  const saturated =
    30 * Math.log(0.75) + 10 * Math.log(0.25) + 12 * Math.log(0.3) + 28 * Math.log(0.7);
  expect(logLikelihood).toBeCloseTo(saturated, 8);
});

test("complete separation ends, with a log-likelihood of nearly 0", () => {
  const { logLikelihood } = logisticRegression(
    [-2, -1, 1, 2].map((x) => [1, x]),
    [false, false, true, true],
  );
  expect(Math.abs(logLikelihood)).toBeLessThan(1e-6);
});

test("the likelihood ratios tell uniform from non-uniform DIF", () => {
  const uniform = logisticDif([
    ...many("reference", 50, 50, -1),
    ...many("reference", 73, 27, 1),
    ...many("focal", 27, 73, -1),
    ...many("focal", 50, 50, 1),
  ]);
  expect(uniform?.uniform.p).toBeLessThan(0.001);
  expect(uniform?.nonUniform.p).toBeGreaterThan(0.5);
  const crossing = logisticDif([
    ...many("reference", 25, 75, -1),
    ...many("reference", 75, 25, 1),
    ...many("focal", 50, 50, -1),
    ...many("focal", 50, 50, 1),
  ]);
  expect(crossing?.uniform.p).toBeGreaterThan(0.5);
  expect(crossing?.nonUniform.p).toBeLessThan(0.001);
  expect(crossing?.either.chiSquare).toBeCloseTo(
    (crossing?.uniform.chiSquare ?? 0) + (crossing?.nonUniform.chiSquare ?? 0),
    8,
  );
});
