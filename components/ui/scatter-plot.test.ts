import { expect, it } from "vitest";
import { unbeaten } from "./scatter-plot";

const names = (points: { x: number; y: number; name: string }[]) =>
  unbeaten(points).map((one) => one.name);

it("joins what is better than everything cheaper, from the cheapest on", () => {
  expect(
    names([
      { name: "dear and good", x: 9, y: 0.99 },
      { name: "beaten", x: 5, y: 0.9 },
      { name: "cheap", x: 1, y: 0.8 },
      { name: "middle", x: 4, y: 0.95 },
    ]),
  ).toEqual(["cheap", "middle", "dear and good"]);
});

it("leaves out what is no better for the same cost, or for more", () => {
  expect(
    names([
      { name: "equal", x: 1, y: 0.5 },
      { name: "better", x: 1, y: 0.6 },
      { name: "dearer", x: 2, y: 0.6 },
    ]),
  ).toEqual(["better"]);
  expect(names([])).toEqual([]);
});
