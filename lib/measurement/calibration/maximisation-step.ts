import { GRID } from "../numeric/grid";
import type { IndexedItem, Point } from "./calibration-data";
import type { Expected } from "./expectation-step";
import { slopesAt } from "./response-slopes";

const STEPS = 50;
const LARGEST_STEP = 1;

/** A symmetric 2×2 matrix over (b, ln a). */
export type Information = { bb: number; ba: number; aa: number };

/** What the author's prior adds to the information. */
export const priorInformation = ({ prior }: IndexedItem): Information => ({
  bb: 1 / prior.difficultySd ** 2,
  ba: 0,
  aa: 1 / prior.logDiscriminationSd ** 2,
});

/**
 * The item's b, and ln a where it is freed, at the mode of the expected log posterior: Fisher
 * scoring on the expected counts of the grid (Bock & Aitkin, Marginal maximum likelihood estimation of
 * item parameters, Psychometrika 46, 1981; with priors Mislevy, Psychometrika 51, 1986).
 */
export function maximisationStep(item: IndexedItem, from: Point, expected: Expected): Point {
  if (item.freed === "none") return from;
  let point = from;
  for (let step = 0; step < STEPS; step++) {
    const { b, a } = scoringStep(item, point, expected);
    point = {
      difficulty: point.difficulty + b,
      logDiscrimination: point.logDiscrimination + a,
    };
    if (Math.abs(b) + Math.abs(a) < 1e-10) break;
  }
  return point;
}

function scoringStep(item: IndexedItem, point: Point, { worth, right }: Expected) {
  const information = priorInformation(item);
  let byB = (item.prior.difficulty - point.difficulty) * information.bb;
  let byA = (item.prior.logDiscrimination - point.logDiscrimination) * information.aa;
  for (const [k, theta] of GRID.entries()) {
    const { probability, ...slope } = slopesAt(theta, point, item.prior.guessing);
    const variance = probability * (1 - probability);
    const count = worth[k] ?? 0;
    const surplus = ((right[k] ?? 0) - count * probability) / variance;
    byB += surplus * slope.byDifficulty;
    byA += surplus * slope.byLogDiscrimination;
    information.bb += (count * slope.byDifficulty ** 2) / variance;
    information.ba += (count * slope.byDifficulty * slope.byLogDiscrimination) / variance;
    information.aa += (count * slope.byLogDiscrimination ** 2) / variance;
  }
  if (item.freed === "difficulty") return { b: clamp(byB / information.bb), a: 0 };
  const { bb, ba, aa } = information;
  const determinant = bb * aa - ba * ba;
  return {
    b: clamp((aa * byB - ba * byA) / determinant),
    a: clamp((bb * byA - ba * byB) / determinant),
  };
}

const clamp = (step: number) => Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
