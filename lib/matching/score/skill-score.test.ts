import { expect, it } from "vitest";
import { normalDensity, probabilityAbove } from "@/lib/measurement/numeric/density";
import { normalTail, skillProbability } from "./skill-score";

it("a tail of the normal distribution is right to six places", () => {
  expect(normalTail(0)).toBeCloseTo(0.5, 6);
  expect(normalTail(1.6448536269514722)).toBeCloseTo(0.05, 6);
  expect(normalTail(-1.9599639845400545)).toBeCloseTo(0.975, 6);
});

it("says of a measured skill what the role pages say", () => {
  for (const [mean, sd, level] of [
    [0.4, 0.5, 60],
    [-1, 0.9, 30],
    [2, 0.3, 80],
  ] as const) {
    const cut = Math.log(level / (100 - level));
    const there = probabilityAbove(normalDensity({ mean, sd }), cut);
    expect(skillProbability({ mean, sd }, level)).toBeCloseTo(there, 2);
  }
});

it("counts a claim little, however high, and nothing where nothing is known", () => {
  expect(skillProbability({ claimed: 100 }, 50)).toBe(0.2);
  expect(skillProbability({ claimed: 25 }, 50)).toBe(0.1);
  expect(skillProbability({ claimed: 25 }, 0)).toBe(0.2);
  expect(skillProbability(null, 50)).toBe(0);
});
