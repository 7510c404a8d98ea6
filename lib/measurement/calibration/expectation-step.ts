import { likelihoodCurve, logLikelihood } from "../likelihood-curve";
import { GRID, GRID_SIZE, logNormal } from "../numeric/grid";
import type { Prior } from "../posterior";
import type { CalibrationData, IndexedItem, IndexedResponse, Point } from "./calibration-data";

/** Where the estimation stands. */
export type State = { points: Point[]; population: Prior };

/** Expected worth of the responses of each ability, and the part of it that was right. */
export type Expected = { worth: Float64Array; right: Float64Array };

type Curves = { right: Float64Array; wrong: Float64Array } | undefined;

/** Log-likelihoods of right and wrong at the point estimates; undefined for a held item. */
function pointCurves({ prior, freed }: IndexedItem, point: Point | undefined): Curves {
  if (freed === "none" || !point) return undefined;
  const a = Math.exp(point.logDiscrimination);
  const at = (y: number) =>
    Float64Array.from(GRID, (theta) =>
      logLikelihood(a * (theta - point.difficulty), y, prior.guessing),
    );
  return { right: at(1), wrong: at(0) };
}

/**
 * Each learner's posterior masses on the grid, given to `visit`. Items that the data may not move
 * yet enter with the author's uncertainty integrated out. Returns the log marginal likelihood.
 */
export function visitPosteriors(
  { items, learners }: CalibrationData,
  { points, population }: State,
  visit: (masses: Float64Array, responses: IndexedResponse[]) => void,
): number {
  const curves = items.map((item, index) => pointCurves(item, points[index]));
  const prior = logMasses(population);
  let marginal = 0;
  for (const responses of learners) {
    const log = prior.slice();
    for (const { item, score, worth } of responses) {
      const known = curves[item];
      if (known) addScored(log, known, score, worth);
      else addCurve(log, items[item], score, worth);
    }
    marginal += normaliseMasses(log);
    visit(log, responses);
  }
  return marginal;
}

function addScored(log: Float64Array, curves: NonNullable<Curves>, score: number, worth: number) {
  for (let k = 0; k < GRID_SIZE; k++) {
    const part = score * (curves.right[k] ?? 0) + (1 - score) * (curves.wrong[k] ?? 0);
    log[k] = (log[k] ?? 0) + worth * part;
  }
}

function addCurve(log: Float64Array, item: IndexedItem | undefined, score: number, worth: number) {
  if (!item) return;
  const curve = likelihoodCurve(item.prior, score, worth);
  for (let k = 0; k < GRID_SIZE; k++) log[k] = (log[k] ?? 0) + (curve[k] ?? 0);
}

/** Log masses of a normal on the grid; they add up to 1. */
function logMasses({ mean, sd }: Prior): Float64Array {
  const log = logNormal(mean, sd);
  const total = log.reduce((sum, value) => sum + Math.exp(value), 0);
  return log.map((value) => value - Math.log(total));
}

/** Turns logs into masses in place and returns the log of their sum. */
function normaliseMasses(log: Float64Array): number {
  const top = log.reduce((most, value) => Math.max(most, value), -Infinity);
  let total = 0;
  for (let k = 0; k < GRID_SIZE; k++) {
    const mass = Math.exp((log[k] ?? 0) - top);
    log[k] = mass;
    total += mass;
  }
  for (let k = 0; k < GRID_SIZE; k++) log[k] = (log[k] ?? 0) / total;
  return top + Math.log(total);
}

/** Expected sufficient statistics of every item, and the population that the learners look like. */
export function expectationStep(data: CalibrationData, state: State) {
  const expected: Expected[] = data.items.map(() => ({
    worth: new Float64Array(GRID_SIZE),
    right: new Float64Array(GRID_SIZE),
  }));
  let [first, second] = [0, 0];
  const marginal = visitPosteriors(data, state, (masses, responses) => {
    for (let k = 0; k < GRID_SIZE; k++) {
      const theta = GRID[k] ?? 0;
      first += (masses[k] ?? 0) * theta;
      second += (masses[k] ?? 0) * theta * theta;
    }
    for (const { item, score, worth } of responses) {
      const sums = expected[item];
      if (!sums) continue;
      for (let k = 0; k < GRID_SIZE; k++) {
        const mass = worth * (masses[k] ?? 0);
        sums.worth[k] = (sums.worth[k] ?? 0) + mass;
        sums.right[k] = (sums.right[k] ?? 0) + score * mass;
      }
    }
  });
  const count = data.learners.length;
  const mean = first / count;
  return { expected, marginal, population: { mean, sd: Math.sqrt(second / count - mean * mean) } };
}
