import { execFileSync } from "node:child_process";
import { z } from "zod";
import { calibrate } from "@/lib/measurement/calibration/calibrate";
import type { CalibrationResponse } from "@/lib/measurement/calibration/calibration-data";
import { estimate } from "@/lib/measurement/estimate";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import type { Figure } from "../lib/figures";
import { SETTINGS } from "./settings";
import { scored } from "./simulated-bank";
import { benchPython } from "./throw-away-venv";

const ITEMS = 10;
const LEARNERS = 1000;
/** So wide that the prior says nothing: girth has none. */
const FLAT = 1e4;

const found = z.object({
  abilities: z.array(z.number()),
  difficulty: z.array(z.number()),
  discrimination: z.array(z.number()),
  girthDifficulty: z.array(z.number()),
  girthDiscrimination: z.array(z.number()),
});

type Item = { difficulty: number; discrimination: number };

function simulated() {
  const next = random(SETTINGS.seed + 4);
  const normal = normals(next);
  const items = Array.from({ length: ITEMS }, () => ({
    difficulty: normal(),
    discrimination: Math.exp(SETTINGS.logDiscriminationSd * normal()),
  }));
  const abilities = Array.from({ length: LEARNERS }, () => normal());
  const right = items.map(({ difficulty, discrimination }) =>
    abilities.map((theta) => (next() < logistic(discrimination * (theta - difficulty)) ? 1 : 0)),
  );
  return { items, right };
}

/** Our abilities, the item parameters being known. */
function ownAbilities(items: Item[], right: number[][]): number[] {
  return Array.from({ length: LEARNERS }, (_, learner) => {
    const responses = items.map(({ difficulty, discrimination }, index) => {
      const item = {
        difficulty,
        difficultySd: 0,
        logDiscrimination: Math.log(discrimination),
        logDiscriminationSd: 0,
        guessing: 0,
      };
      return scored(`item-${index}`, item, right[index]?.[learner] ?? 0, 1);
    });
    return estimate(responses, DEFAULT_PARAMETERS).mean;
  });
}

/** Our item parameters, by marginal likelihood with flat priors and a population of N(0, 1). */
function ownItems(right: number[][]) {
  const items = right.map((_, index) => ({
    id: `item-${index}`,
    prior: {
      difficulty: 0,
      difficultySd: FLAT,
      logDiscrimination: 0,
      logDiscriminationSd: FLAT,
      guessing: 0,
    },
  }));
  const responses = right.flatMap((row, index) =>
    row.map(
      (score, learner): CalibrationResponse => ({
        learner: `learner-${learner}`,
        item: `item-${index}`,
        score,
        worth: 1,
      }),
    ),
  );
  const options = { population: { mean: 0, sd: 1 }, tolerance: 1e-6 };
  return calibrate(items, responses, DEFAULT_PARAMETERS, options).items;
}

const largest = (ours: number[], theirs: number[]) =>
  Math.max(...ours.map((value, index) => Math.abs(value - (theirs[index] ?? Number.NaN))));

/** Largest differences from girth (and SciPy) on the same data. */
export function measureAgreement(): Figure[] {
  const { items, right } = simulated();
  const input = {
    abilities: {
      right,
      difficulty: items.map(({ difficulty }) => difficulty),
      discrimination: items.map(({ discrimination }) => discrimination),
    },
    items: { right },
  };
  const output = execFileSync(benchPython(), ["bench/measurement/independent.py"], {
    input: JSON.stringify(input),
    maxBuffer: 1 << 26,
  });
  const theirs = found.parse(JSON.parse(output.toString()));
  const ours = ownItems(right);
  const difficulty = ours.map(({ item }) => item.difficulty);
  const discrimination = ours.map((item) => item.discrimination);
  const figure = (name: string, value: number, reach?: number): Figure => ({
    name,
    value,
    unit: "logits",
    better: "lower",
    ...(reach === undefined ? {} : { reach }),
  });
  return [
    figure("abilities, from girth", largest(ownAbilities(items, right), theirs.abilities), 0.0005),
    figure("difficulties, from marginal ML", largest(difficulty, theirs.difficulty), 0.0005),
    figure(
      "discriminations, from marginal ML",
      largest(discrimination, theirs.discrimination),
      0.0005,
    ),
    figure("difficulties, from girth's estimator", largest(difficulty, theirs.girthDifficulty)),
    figure(
      "discriminations, from girth's estimator",
      largest(discrimination, theirs.girthDiscrimination),
    ),
  ];
}
