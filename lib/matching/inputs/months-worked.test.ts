import { expect, it } from "vitest";
import { monthsWorked } from "./months-worked";

const NOW = "2026-06";

it.each([
  ["one job, both months counted", [{ start: "2024-01", end: "2024-12" }], 12],
  ["years alone", [{ start: "2020", end: "2021" }], 24],
  ["a job that goes on", [{ start: "2026-01", end: "" }], 6],
  [
    "jobs that overlap, counted once",
    [
      { start: "2020-01", end: "2020-12" },
      { start: "2020-07", end: "2021-06" },
    ],
    18,
  ],
  ["one that ends before it begins", [{ start: "2024", end: "2020" }], 0],
  ["one without a beginning", [{ start: "", end: "2024" }], 0],
  ["at most fifteen years", [{ start: "1980", end: "" }], 180],
])("%s", (_, work, months) => {
  expect(monthsWorked(work, NOW)).toBe(months);
});
