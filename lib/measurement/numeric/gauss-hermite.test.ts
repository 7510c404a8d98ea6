import { expect, test } from "vitest";
import { gaussHermite } from "./gauss-hermite";

const moment = (size: number, power: number) => {
  const { nodes, weights } = gaussHermite(size);
  return nodes.reduce((sum, node, index) => sum + node ** power * (weights[index] ?? 0), 0);
};

test.each([3, 5, 7, 9, 12])("%i nodes give the moments of the standard normal", (size) => {
  expect(moment(size, 0)).toBeCloseTo(1, 12);
  expect(moment(size, 1)).toBeCloseTo(0, 12);
  expect(moment(size, 2)).toBeCloseTo(1, 12);
  expect(moment(size, 4)).toBeCloseTo(3, 11);
});

test("seven nodes are exact up to degree 13 and no further", () => {
  expect(moment(7, 12)).toBeCloseTo(10_395, 6);
  expect(moment(7, 14)).not.toBeCloseTo(135_135, 0);
});

test("nodes ascend", () => {
  const { nodes } = gaussHermite(9);
  expect(nodes).toEqual([...nodes].sort((a, b) => a - b));
});
