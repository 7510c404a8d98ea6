import { expect, test } from "vitest";
import { chiSquareTail } from "./chi-square";

test("the tail holds the tabled critical values", () => {
  expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  expect(chiSquareTail(6.634896601021213, 1)).toBeCloseTo(0.01, 12);
  expect(chiSquareTail(5.991464547107979, 2)).toBeCloseTo(0.05, 12);
  expect(chiSquareTail(0.003932140000019522, 1)).toBeCloseTo(0.95, 10);
});

test("with two degrees of freedom the tail is exp(-x/2)", () => {
  for (const x of [0.1, 1, 3, 10, 60])
    expect(chiSquareTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12);
});

test("nothing lies below zero", () => {
  expect(chiSquareTail(0, 1)).toBe(1);
  expect(chiSquareTail(-1, 1)).toBe(1);
});
