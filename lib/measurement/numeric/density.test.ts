import { expect, test } from "vitest";
import { meanAndSd, normalised, probabilityAbove, quantiles } from "./density";
import { logNormal } from "./grid";

const density = normalised(logNormal(0.3, 0.5));

test("a normal density has its mean and standard deviation", () => {
  expect(meanAndSd(density).mean).toBeCloseTo(0.3, 8);
  expect(meanAndSd(density).sd).toBeCloseTo(0.5, 8);
});

test("its quantiles are the tabled ones to a thousandth of a logit", () => {
  const [low = 0, middle = 0, high = 0] = quantiles(density, [0.05, 0.5, 0.95]);
  expect(Math.abs(low - (0.3 - 0.5 * 1.644854))).toBeLessThan(0.001);
  expect(Math.abs(middle - 0.3)).toBeLessThan(0.001);
  expect(Math.abs(high - (0.3 + 0.5 * 1.644854))).toBeLessThan(0.001);
});

test("what lies above a cut is the normal tail, also between points of the grid", () => {
  expect(probabilityAbove(density, 0.3 + 0.5 * 1.2815516)).toBeCloseTo(0.1, 3);
  expect(probabilityAbove(density, 0.317)).toBeCloseTo(0.4864, 3);
  expect(probabilityAbove(density, -9)).toBe(1);
  expect(probabilityAbove(density, 9)).toBe(0);
});
