import { expect, it } from "vitest";
import { pairedBootstrap } from "./bootstrap";
import { averagePrecision, ndcg, recall } from "./metrics";

it("measures rankings as worked out by hand", () => {
  const grades = [3, 0, 2, 1];
  expect(averagePrecision(grades)).toBeCloseTo((1 + 2 / 3) / 2, 12);
  const best = 3 + 2 / Math.log2(3) + 1 / 2;
  expect(ndcg(grades, 10)).toBeCloseTo((3 + 2 / 2 + 1 / Math.log2(5)) / best, 12);
  expect(recall(grades, 2)).toBe(0.5);
  expect([averagePrecision([0]), ndcg([0], 10), recall([1], 50)]).toEqual([0, 0, 0]);
});

it("calls a steady gain certain and no gain chance", () => {
  const base = Array.from({ length: 60 }, (_, at) => (at % 7) / 10);
  const better = pairedBootstrap(
    base.map((value, at) => value + 0.05 + (at % 3) / 100),
    base,
  );
  expect(better.p).toBeLessThan(0.001);
  expect(better.low).toBeGreaterThan(0.05);
  expect(pairedBootstrap(base, base)).toEqual({ mean: 0, low: 0, high: 0, p: 1 });
});
