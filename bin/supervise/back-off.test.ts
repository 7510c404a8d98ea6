import { expect, test } from "vitest";
import { BackOff } from "./back-off";

test("each crash doubles the wait, up to half a minute", () => {
  const backOff = new BackOff();
  const waits = Array.from({ length: 8 }, () => backOff.next(10));
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test("a minute of healthy running forgets earlier crashes", () => {
  const backOff = new BackOff();
  backOff.next(10);
  backOff.next(10);
  expect(backOff.next(60_000)).toBe(500);
});
