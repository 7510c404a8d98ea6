import { expect, test } from "vitest";
import { knownItem } from "@/lib/testing/measurement";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import { itemCharacteristics, type ScoredResponse } from "./item-characteristic";
import { logistic } from "./numeric/logistic";

const ITEMS = new Map([-1.5, -0.7, 0, 0.7, 1.5].map((b, index) => [`i${index}`, knownItem(b)]));

/** Learners of N(0, 1) who answer everything; to one item by tossing a coin, if one is given. */
function answers(coin?: string): ScoredResponse[] {
  const next = random(3);
  const normal = normals(next);
  return Array.from({ length: 1000 }, (_, learner) => {
    const theta = normal();
    return [...ITEMS].map(([item, { difficulty }]) => {
      const p = item === coin ? 0.5 : logistic(theta - difficulty);
      return { learner: `l${learner}`, item, score: next() < p ? 1 : 0, worth: 1 };
    });
  }).flat();
}

test("of an item that fits, every group of learners does as expected, the stronger the better", () => {
  const groups = itemCharacteristics(ITEMS, answers(), { mean: 0, sd: 1 }).get("i2") ?? [];
  expect(groups).toHaveLength(5);
  for (const { learners, observed, expected } of groups) {
    expect(learners).toBe(200);
    expect(Math.abs(observed - expected)).toBeLessThan(0.11);
  }
  expect(groups.at(-1)?.observed).toBeGreaterThan((groups[0]?.observed ?? 1) + 0.2);
});

test("of one answered by tossing a coin, the weak do better and the strong worse", () => {
  const groups = itemCharacteristics(ITEMS, answers("i2"), { mean: 0, sd: 1 }).get("i2") ?? [];
  expect(groups[0]?.observed).toBeGreaterThan((groups[0]?.expected ?? 1) + 0.1);
  expect(groups.at(-1)?.observed).toBeLessThan((groups.at(-1)?.expected ?? 0) - 0.1);
});

test("fewer learners than groups are not grouped", () => {
  expect(itemCharacteristics(ITEMS, [], { mean: 0, sd: 1 }).get("i0")).toEqual([]);
});
