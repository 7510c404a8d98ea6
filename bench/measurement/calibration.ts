import { authorPrior } from "@/lib/measurement/author-prior";
import { calibrate } from "@/lib/measurement/calibration/calibrate";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import { SETTINGS } from "./settings";
import { printTable } from "./table";

const ITEMS = 20;
const LEARNERS = [20, 30, 100, 200, 1000];
const BANKS = 4;

/** How far items are from the truth before and after calibration, by the number of learners. */
export function measureCalibration(): void {
  const rows = LEARNERS.map((learners) => {
    const next = random(SETTINGS.seed + 5);
    const normal = normals(next);
    const sums = { before: 0, after: 0, logA: 0, covered: 0, prior: 0 };
    for (let round = 0; round < BANKS; round++) {
      const items = Array.from({ length: ITEMS }, (_, index) => ({
        id: `item-${String(index).padStart(2, "0")}`,
        b: normal(),
        logA: SETTINGS.logDiscriminationSd * normal(),
        error: SETTINGS.difficultyError * normal(),
      }));
      const responses = Array.from({ length: learners }, (_, learner) => {
        const theta = normal();
        return items.map(({ id, b, logA }) => ({
          learner: `learner-${learner}`,
          item: id,
          score: next() < logistic(Math.exp(logA) * (theta - b)) ? 1 : 0,
          worth: 1,
        }));
      }).flat();
      const described = items.map(({ id, b, error }) => ({
        id,
        prior: authorPrior(b + error, 0, DEFAULT_PARAMETERS),
      }));
      const found = calibrate(described, responses, DEFAULT_PARAMETERS).items;
      for (const [index, { b, logA, error }] of items.entries()) {
        const one = found[index];
        if (!one) continue;
        const off = one.item.difficulty - b;
        sums.before += error * error;
        sums.after += off * off;
        sums.logA += (one.item.logDiscrimination - logA) ** 2;
        sums.covered += Math.abs(off) <= 1.645 * one.item.difficultySd ? 1 : 0;
        sums.prior += one.priorShare;
      }
    }
    const count = ITEMS * BANKS;
    return [
      learners,
      Math.sqrt(sums.before / count),
      Math.sqrt(sums.after / count),
      Math.sqrt(sums.logA / count),
      sums.covered / count,
      sums.prior / count,
    ];
  });
  printTable(`Calibration of ${BANKS} sets of ${ITEMS} items that all learners try`, [
    [
      "learners",
      "author's RMSE of b",
      "RMSE of b",
      "RMSE of ln a",
      "coverage of b",
      "prior's share",
    ],
    ...rows,
  ]);
}
