import { GRID } from "../numeric/grid";
import type { ItemParameters } from "../response";
import type { CalibrationData, Freed, IndexedItem, Point } from "./calibration-data";
import { type State, visitPosteriors } from "./expectation-step";
import { type Information, priorInformation } from "./maximisation-step";
import { type Slopes, slopesAt } from "./response-slopes";
import type { ScaleError } from "./scale-error";

/** Mean squares about 1: above, answers are noisier than the model says; below, more regular. */
export type ItemFit = { infit: number; outfit: number };

export type CalibratedItem = {
  id: string;
  /** What is now believed of the item; as the author said where nothing was freed. */
  item: ItemParameters;
  discrimination: number;
  learners: number;
  freed: Freed;
  /** The author's part in what is known of the difficulty, from 1 (all of it) towards 0. */
  priorShare: number;
  /** Undefined where nobody has responded. */
  fit: ItemFit | undefined;
};

type Sums = {
  information: Information;
  squares: number;
  variance: number;
  ratio: number;
  n: number;
};

/**
 * Standard errors from the cross-products of the learners' scores plus the prior's information
 * (by Fisher's identity each score is a posterior mean), item by item, and the error of the scale; fit as infit and outfit mean
 * squares (Wright & Masters, Rating Scale Analysis, 1982, chapter 5) with residuals averaged over
 * each learner's posterior, so that 1 is expected whatever the number of items.
 */
export function itemReports(
  data: CalibrationData,
  state: State,
  scale: ScaleError,
): CalibratedItem[] {
  const slopes = data.items.map((item, index) =>
    GRID.map((theta) => slopesAt(theta, state.points[index] as Point, item.prior.guessing)),
  );
  const sums = data.items.map(
    (item): Sums => ({
      information: priorInformation(item),
      squares: 0,
      variance: 0,
      ratio: 0,
      n: 0,
    }),
  );
  visitPosteriors(data, state, (masses, responses) => {
    for (const { item, score, worth } of responses) {
      const sum = sums[item];
      if (sum) addLearner(sum, slopes[item] ?? [], masses, score, worth);
    }
  });
  return data.items.map((item, index) =>
    reportOf(item, state.points[index] as Point, sums[index] as Sums, scale),
  );
}

function addLearner(
  sums: Sums,
  slopes: Slopes[],
  masses: Float64Array,
  score: number,
  worth: number,
) {
  let [b, a] = [0, 0];
  for (const [k, slope] of slopes.entries()) {
    const mass = masses[k] ?? 0;
    const variance = slope.probability * (1 - slope.probability);
    const residual = score - slope.probability;
    b += (mass * worth * residual * slope.byDifficulty) / variance;
    a += (mass * worth * residual * slope.byLogDiscrimination) / variance;
    sums.squares += mass * worth * residual * residual;
    sums.variance += mass * variance;
    sums.ratio += (mass * worth * residual * residual) / variance;
  }
  sums.n += 1;
  sums.information.bb += b * b;
  sums.information.ba += b * a;
  sums.information.aa += a * a;
}

function reportOf(
  indexed: IndexedItem,
  point: Point,
  sums: Sums,
  scale: ScaleError,
): CalibratedItem {
  const { id, prior, learners, freed } = indexed;
  const { bb, ba, aa } = sums.information;
  const determinant = bb * aa - ba * ba;
  // With a as uncertain as it is, also while it stays at its prior.
  const ofDifficulty = Math.sqrt(aa / determinant + scale.ofDifficulty(point.difficulty));
  const ofLogDiscrimination = Math.sqrt(bb / determinant + scale.ofLogDiscrimination);
  const difficultySd = freed === "none" ? prior.difficultySd : ofDifficulty;
  return {
    id,
    item: {
      ...point,
      difficultySd,
      logDiscriminationSd: freed === "both" ? ofLogDiscrimination : prior.logDiscriminationSd,
      guessing: prior.guessing,
    },
    discrimination: Math.exp(point.logDiscrimination),
    learners,
    freed,
    priorShare: Math.min(1, (difficultySd / prior.difficultySd) ** 2),
    fit:
      sums.n > 0 ? { infit: sums.squares / sums.variance, outfit: sums.ratio / sums.n } : undefined,
  };
}
