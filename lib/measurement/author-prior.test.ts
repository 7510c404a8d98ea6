import { expect, test } from "vitest";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import { authorPrior } from "./author-prior";
import { DEFAULT_PARAMETERS } from "./parameters";

test("what is believed of an item is what items with such a word from their author are like", () => {
  const normal = normals(random(1));
  const { difficulty, difficultySd } = authorPrior(1, 0, DEFAULT_PARAMETERS);
  const like: number[] = [];
  while (like.length < 4000) {
    const b = normal();
    if (Math.abs(b + 0.5 * normal() - 1) < 0.1) like.push(b);
  }
  const mean = like.reduce((sum, b) => sum + b, 0) / like.length;
  const spread = Math.sqrt(like.reduce((sum, b) => sum + (b - mean) ** 2, 0) / like.length);
  expect(difficulty).toBeCloseTo(0.8, 10);
  expect(Math.abs(mean - difficulty)).toBeLessThan(0.025);
  expect(Math.abs(spread - difficultySd)).toBeLessThan(0.02);
});
