import { expect, test } from "vitest";
import { doubtfulCases } from "./doubtful-cases";
import { itemStatistics } from "./item-statistics";

test("discrimination is the correlation with the rest", () => {
  const found = itemStatistics([
    { score: 0, rest: 0.2 },
    { score: 0, rest: 0.4 },
    { score: 1, rest: 0.6 },
    { score: 1, rest: 0.8 },
  ]);
  expect(found.passRate).toBe(0.5);
  expect(found.discrimination).toBeCloseTo(2 / Math.sqrt(5), 10);
});

test("where nothing varies there is no discrimination to speak of", () => {
  const all = [0.1, 0.5, 0.9].map((rest) => ({ score: 1, rest }));
  expect(itemStatistics(all)).toEqual({ attempts: 3, passRate: 1, discrimination: undefined });
  expect(itemStatistics([])).toEqual({ attempts: 0, passRate: 0, discrimination: undefined });
});

const outcomes = (...passed: boolean[]) =>
  new Map(passed.map((value, index) => [`case_${index + 1}`, value]));

test("a case that those fail who pass all others may be wrong", () => {
  const submissions = [
    ...Array.from({ length: 6 }, () => outcomes(true, true, false)),
    ...Array.from({ length: 3 }, () => outcomes(true, true, true)),
    ...Array.from({ length: 9 }, () => outcomes(false, true, false)),
  ];
  expect(doubtfulCases(submissions)).toEqual([{ name: "case_3", passedOthers: 9, failedThis: 6 }]);
});

test("a case that is only hard is not called wrong", () => {
  const submissions = [
    ...Array.from({ length: 6 }, () => outcomes(true, true, false)),
    ...Array.from({ length: 30 }, () => outcomes(true, true, true)),
  ];
  expect(doubtfulCases(submissions)).toEqual([]);
  expect(doubtfulCases([outcomes(true, false)])).toEqual([]);
});
