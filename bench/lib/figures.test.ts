import { expect, test } from "vitest";
import { figuresTable } from "./figures";

test("a figure on the wrong side of its reach is called missed", () => {
  const table = figuresTable([
    { name: "start", value: 6.2, unit: "s", reach: 5, better: "lower" },
    { name: "rate", value: 12, unit: "x", reach: 10, better: "higher" },
  ]);
  expect(table.split("\n").map((line) => line.split(/\s{2,}/).at(-1))).toEqual([
    "reach",
    "missed",
    "reached",
  ]);
});
