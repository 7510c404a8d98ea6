import { authorPrior } from "@/lib/measurement/author-prior";
import { estimate } from "@/lib/measurement/estimate";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import type { Figure } from "../lib/figures";
import { Errors } from "./errors";
import { SETTINGS } from "./settings";
import { correlatedCases, scored } from "./simulated-bank";
import { printTable } from "./table";

const CASES = [3, 10, 20];
const CHALLENGES = [1, 3, 8];
const LEARNERS = 3000;

/** Coverage where each item is a challenge whose cases hang together as much as the model says. */
export function measureTestlets(): Figure[] {
  const { icc } = DEFAULT_PARAMETERS;
  const next = random(SETTINGS.seed + 1);
  const normal = normals(next);
  const rows = CASES.flatMap((cases) =>
    CHALLENGES.map((challenges) => {
      const errors = new Errors();
      for (let learner = 0; learner < LEARNERS; learner++) {
        const theta = normal();
        const responses = Array.from({ length: challenges }, (_, index) => {
          const difficulty = normal();
          const a = Math.exp(SETTINGS.logDiscriminationSd * normal());
          const word = difficulty + SETTINGS.difficultyError * normal();
          // Rounded, so that learners share the curves that are kept.
          const told = authorPrior(Math.round(word * 20) / 20, 0, DEFAULT_PARAMETERS);
          const share = correlatedCases(logistic(a * (theta - difficulty)), cases, icc, next);
          return scored(`challenge-${index}`, told, share, cases);
        });
        errors.add(estimate(responses, DEFAULT_PARAMETERS), theta);
      }
      return { cases, challenges, ...errors.accuracy() };
    }),
  );
  printTable(`Challenges of correlated cases (${icc}), fixed order, ${LEARNERS} learners each`, [
    ["cases", "challenges", "bias", "RMSE", "coverage"],
    ...rows.map((row) => [row.cases, row.challenges, row.bias, row.rmse, row.coverage]),
  ]);
  const coverages = rows.map(({ coverage }) => coverage);
  return [
    {
      name: "least coverage, challenges of cases",
      value: Math.min(...coverages),
      unit: "share",
      reach: 0.88,
      better: "higher",
    },
    {
      name: "largest coverage, challenges of cases",
      value: Math.max(...coverages),
      unit: "share",
      reach: 0.92,
      better: "lower",
    },
  ];
}
