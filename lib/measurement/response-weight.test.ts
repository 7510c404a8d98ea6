import { expect, test } from "vitest";
import { itemOf, responseOf } from "@/lib/testing/measurement";
import { guessingFloor } from "./author-prior";
import { estimate, widthOf } from "./estimate";
import { DEFAULT_PARAMETERS, measurementParameters } from "./parameters";
import type { Response } from "./response";
import { effectiveCount } from "./response-weight";

const PARAMETERS = DEFAULT_PARAMETERS;
const of = (...responses: Response[]) => estimate(responses, PARAMETERS);
const meanOf = (given: Partial<Response>) => of(responseOf({ count: 10, ...given })).mean;
const FULL = meanOf({});

test("a smaller load on the skill says less of it", () => {
  expect(meanOf({ load: 0.3 })).toBeGreaterThan(0);
  expect(meanOf({ load: 0.3 })).toBeLessThan(0.6 * FULL);
});

test("twenty cases of one submission are worth a few items: neither one nor twenty", () => {
  expect(effectiveCount(1, 0.3)).toBe(1);
  expect(effectiveCount(20, 0.3)).toBeCloseTo(2.985, 3);
  expect(effectiveCount(10_000, 0.3)).toBeLessThan(1 / 0.3);
  expect(effectiveCount(20, PARAMETERS.icc)).toBeLessThan(4);
  expect(effectiveCount(20, 0)).toBe(20);
  const twenty = widthOf(of(responseOf({ count: 20, score: 0.5 })).band);
  const one = widthOf(of(responseOf({ score: 0.5 })).band);
  const apart = widthOf(
    of(...Array.from({ length: 20 }, (_, i) => responseOf({ score: i % 2 }))).band,
  );
  expect(twenty).toBeLessThan(one);
  expect(twenty).toBeGreaterThan(1.3 * apart);
});

test("a pass at the third attempt says less than one at the first", () => {
  expect(meanOf({ attempt: 3 })).toBeGreaterThan(0);
  expect(meanOf({ attempt: 3 })).toBeLessThan(0.6 * FULL);
});

test("a failure counts half once a later attempt at the same item is in", () => {
  const failed = responseOf({ itemId: "same", score: 0, count: 10 });
  const later = responseOf({ itemId: "same", score: 1, count: 10, attempt: 2 });
  const other = { ...later, itemId: "another" };
  expect(of(failed, later).mean).toBeGreaterThan(of(failed, other).mean);
  expect(of(failed, later).mean).toBeLessThan(of(later).mean);
});

test("any number of failures at one item stays below the worth of two attempts", () => {
  const failures = Array.from({ length: 30 }, (_, index) =>
    responseOf({ itemId: "same", score: 0, attempt: index + 1 }),
  );
  const worth = of(...failures).contributions.reduce((sum, one) => sum + one.worth, 0);
  expect(worth).toBeLessThan(2);
});

test("every hint makes a pass say less and a failure say more", () => {
  expect(meanOf({ hints: 1 })).toBeLessThan(FULL);
  expect(meanOf({ hints: 2 })).toBeLessThan(meanOf({ hints: 1 }));
  expect(meanOf({ hints: 2, score: 0 })).toBeLessThan(meanOf({ score: 0 }));
});

test("unsupervised work counts less than supervised", () => {
  expect(meanOf({ supervised: false })).toBeLessThan(FULL);
  expect(meanOf({ supervised: false })).toBeGreaterThan(0.7 * FULL);
});

test("evidence of one half-life ago counts half", () => {
  const { halfLifeYears } = PARAMETERS.weights;
  expect(meanOf({ ageYears: halfLifeYears })).toBeCloseTo(meanOf({ load: 0.5 }), 10);
});

test("a right answer that may be a guess says less, a wrong one as much", () => {
  const guessing = guessingFloor(4);
  expect(guessing).toBe(0.25);
  expect(guessingFloor(0)).toBe(0);
  const asked = { count: 1, item: itemOf(0, guessing) };
  expect(meanOf(asked)).toBeLessThan(meanOf({ count: 1 }));
  expect(meanOf({ ...asked, score: 0 })).toBeCloseTo(meanOf({ count: 1, score: 0 }), 10);
});

test("an open finding of similarity halves the weight, an upheld one takes it all", () => {
  expect(meanOf({ similarity: "open" })).toBeCloseTo(meanOf({ load: 0.5 }), 10);
  expect(of(responseOf({ similarity: "upheld" }))).toEqual(of());
});

test("a superseded or withdrawn verdict does not count at all", () => {
  const kept = responseOf({ itemId: "same" });
  const withdrawn = responseOf({ itemId: "same", attempt: 2, score: 0, current: false });
  expect(of(kept, withdrawn)).toEqual(of(kept));
});

test("a higher correlation of cases makes a submission worth less", () => {
  const strict = measurementParameters.parse({ icc: 0.8 });
  const one = [responseOf({ count: 10 })];
  expect(estimate(one, strict).mean).toBeLessThan(estimate(one, PARAMETERS).mean);
});

test("an item whose difficulty is less certain says less", () => {
  const vague = { ...itemOf(), difficultySd: 1.5 };
  expect(meanOf({ item: vague })).toBeLessThan(FULL);
});
