import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import type { CalibratedRow, SkillSummary } from "./calibrate-skill";
import { warningsOf } from "./warnings";

const summary: SkillSummary = {
  ...{ skill: "s", learners: 100, responses: 300, mean: 0.2, sd: 1 },
  ...{ iterations: 20, converged: true },
};
const row = (difficulty: number): CalibratedRow => ({
  ...{ skillSlug: "s", challengeSlug: "c", authorDifficulty: 0, guessing: 0, difficulty },
  ...{ difficultySd: 0.2, logDiscrimination: 0, logDiscriminationSd: 0.3, learners: 100 },
  ...{ priorShare: 0.3, infit: 1, outfit: 1, freed: "difficulty" },
});
const codes = (changes: Partial<SkillSummary>, difficulty = 0) =>
  warningsOf(
    [{ summary: { ...summary, ...changes }, rows: [row(difficulty)] }],
    DEFAULT_PARAMETERS,
  ).map(({ code }) => code);

test("nothing speaks against a calibration that settled near its authors' words", () => {
  expect(codes({})).toEqual([]);
  expect(codes({}, 1.4)).toEqual([]);
});

test("an item far off, an odd population and an estimate that did not settle do", () => {
  expect(codes({}, -1.6)).toEqual(["moved"]);
  expect(codes({ mean: 2.5 })).toEqual(["population"]);
  expect(codes({ sd: 0.1, converged: false })).toEqual(["not_converged", "population"]);
});
