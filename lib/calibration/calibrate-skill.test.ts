import { expect, test } from "vitest";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import { calibrateSkill } from "./calibrate-skill";
import type { FirstResponse } from "./first-responses";

/** Learners who answer items of evenly spread difficulties, of so many cases each. */
function responses(learners: number, items: number, cases = 1): FirstResponse[] {
  const next = random(11);
  const normal = normals(next);
  return Array.from({ length: learners }, (_, learner) => {
    const theta = normal();
    return Array.from({ length: items }, (_, index) => {
      const authorDifficulty = -1 + index * 0.5;
      const p = logistic(theta - authorDifficulty);
      const right = Array.from({ length: cases }, () => next() < p).filter(Boolean).length;
      const score = right / cases;
      const one = { learner: `l${learner}`, item: `i${index}`, score, authorDifficulty };
      return { ...one, cases, guessing: 0 };
    });
  }).flat();
}

const calibrated = (...given: Parameters<typeof responses>) =>
  calibrateSkill("skill", responses(...given), DEFAULT_PARAMETERS);

test("a skill waits for 30 learners at an item, and for a second item", () => {
  expect(calibrated(29, 4)).toBeUndefined();
  expect(calibrated(60, 1)).toBeUndefined();
  expect(calibrated(30, 2)?.rows.map(({ freed }) => freed)).toEqual(["difficulty", "difficulty"]);
}, 20_000);

test("a challenge of many cases says more than one of a single case", () => {
  const one = calibrated(60, 4)?.rows ?? [];
  const many = calibrated(60, 4, 10)?.rows ?? [];
  for (const [index, { priorShare }] of one.entries())
    expect(many[index]?.priorShare).toBeLessThan(priorShare);
}, 20_000);
