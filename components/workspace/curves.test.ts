import { expect, it } from "vitest";
import { addPoints, thinned } from "./curves";

const point = (step: number, loss: number | null) => ({ step, values: { loss } });

it("goes on with a line while its steps go forward", () => {
  const first = addPoints(new Map(), [point(0, 2), point(1, 1)]);
  const more = addPoints(first, [point(2, null)]);
  expect(more.get("loss")).toEqual([
    [
      { x: 0, y: 2 },
      { x: 1, y: 1 },
      { x: 2, y: null },
    ],
  ]);
  expect(first.get("loss")?.[0]).toHaveLength(2);
});

it("begins another line when the steps start over: another seed", () => {
  const curves = addPoints(new Map(), [point(0, 2), point(9, 1), point(0, 3)]);
  expect(curves.get("loss")?.map((line) => line.length)).toEqual([2, 1]);
});

it("keeps curves of different names apart", () => {
  const curves = addPoints(new Map(), [{ step: 0, values: { loss: 1, accuracy: 0.5 } }]);
  expect([...curves.keys()]).toEqual(["loss", "accuracy"]);
});

it("thins a line to a readable table that ends where the line ends", () => {
  const line = Array.from({ length: 101 }, (_, x) => ({ x, y: x }));
  const few = thinned(line, 20);
  expect(few.length).toBeLessThanOrEqual(20);
  expect(few.at(-1)).toEqual({ x: 100, y: 100 });
});
