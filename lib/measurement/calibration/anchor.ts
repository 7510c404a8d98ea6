import type { IndexedItem } from "./calibration-data";
import type { State } from "./expectation-step";

/**
 * Moves the scale to where the authors' priors hold it best. Shifting all difficulties together
 * with the population leaves the likelihood as it is, and so does stretching where every
 * discrimination is free; EM alone would creep along these directions. An item that is held anchors
 * the scale by itself, and nothing is moved. The fixed point, the joint mode, is the same.
 */
export function anchored(items: readonly IndexedItem[], state: State): State {
  if (items.some(({ freed }) => freed === "none")) return state;
  const stretchable = items.every(({ freed }) => freed === "both");
  const stretch = stretchable ? bestStretch(items, state) : 1;
  const shift = bestShift(items, state, stretch);
  return {
    points: state.points.map((point) => ({
      difficulty: stretch * point.difficulty + shift,
      logDiscrimination: point.logDiscrimination - Math.log(stretch),
    })),
    population: {
      mean: stretch * state.population.mean + shift,
      sd: stretch * state.population.sd,
    },
  };
}

/** The shift that brings stretched difficulties nearest to their priors. */
function bestShift(items: readonly IndexedItem[], { points }: State, stretch: number): number {
  let [sum, precision] = [0, 0];
  for (const [index, { prior }] of items.entries()) {
    const weight = 1 / prior.difficultySd ** 2;
    sum += weight * (prior.difficulty - stretch * (points[index]?.difficulty ?? 0));
    precision += weight;
  }
  return sum / precision;
}

/** Least distance from all priors at a stretch, with its best shift. */
function distance(items: readonly IndexedItem[], state: State, stretch: number): number {
  const shift = bestShift(items, state, stretch);
  return items.reduce((sum, { prior }, index) => {
    const point = state.points[index] ?? { difficulty: 0, logDiscrimination: 0 };
    const b = (stretch * point.difficulty + shift - prior.difficulty) / prior.difficultySd;
    const a =
      (point.logDiscrimination - Math.log(stretch) - prior.logDiscrimination) /
      prior.logDiscriminationSd;
    return sum + b * b + a * a;
  }, 0);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** By golden section on the log of the stretch, in [1/2, 2]. */
function bestStretch(items: readonly IndexedItem[], state: State): number {
  let [low, high] = [-Math.LN2, Math.LN2];
  for (let step = 0; step < 60; step++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (distance(items, state, Math.exp(left)) < distance(items, state, Math.exp(right)))
      high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
