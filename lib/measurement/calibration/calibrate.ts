import type { MeasurementParameters } from "../parameters";
import type { Prior } from "../posterior";
import { anchored } from "./anchor";
import {
  type CalibrationItem,
  type CalibrationResponse,
  calibrationData,
  type Point,
} from "./calibration-data";
import { expectationStep, type State } from "./expectation-step";
import { type CalibratedItem, itemReports } from "./item-report";
import { maximisationStep } from "./maximisation-step";
import { NO_SCALE_ERROR, scaleError } from "./scale-error";

export type Calibration = {
  items: CalibratedItem[];
  /** Mean and spread of the learners' abilities on the authors' scale. */
  population: Prior;
  iterations: number;
  /** False where the iterations ran out before the tolerance was met. */
  converged: boolean;
};

export type CalibrationOptions = {
  /** Holds the population fixed instead of estimating it. */
  population?: Prior;
  maximumIterations?: number;
  /** Largest change of any parameter in the last iteration. */
  tolerance?: number;
};

/**
 * Items of one skill by maximum a posteriori marginal likelihood: EM over the learners' abilities
 * (Bock & Aitkin 1981; Mislevy 1986) with the author's priors on b and ln a. b moves from
 * `leastForDifficulty` learners on, ln a from `leastForDiscrimination`. The population's mean
 * and spread are estimated, so that a stronger cohort does not make items look easier; the
 * scale is held by the items' priors and by the items that are not free yet.
 */
export function calibrate(
  items: readonly CalibrationItem[],
  responses: readonly CalibrationResponse[],
  { calibration, prior }: Pick<MeasurementParameters, "calibration" | "prior">,
  { population, maximumIterations = 500, tolerance = 1e-5 }: CalibrationOptions = {},
): Calibration {
  const data = calibrationData(items, responses, calibration);
  let state: State = {
    points: data.items.map(({ prior: { difficulty, logDiscrimination } }) => ({
      difficulty,
      logDiscrimination,
    })),
    population: population ?? prior,
  };
  let iterations = 0;
  let converged = data.learners.length === 0;
  while (!converged && iterations < maximumIterations) {
    iterations += 1;
    const found = expectationStep(data, state);
    const moved: State = {
      points: data.items.map((item, index) => {
        const from = state.points[index] as Point;
        const expected = found.expected[index];
        return expected ? maximisationStep(item, from, expected) : from;
      }),
      population: population ?? found.population,
    };
    const next = population ? moved : anchored(data.items, moved);
    converged = largestChange(state, next) < tolerance;
    state = next;
  }
  return {
    items: itemReports(data, state, population ? NO_SCALE_ERROR : scaleError(data, state)),
    population: state.population,
    iterations,
    converged,
  };
}

function largestChange(before: State, after: State): number {
  const changes = after.points.flatMap((point, index) => {
    const old = before.points[index] as Point;
    return [
      Math.abs(point.difficulty - old.difficulty),
      Math.abs(point.logDiscrimination - old.logDiscrimination),
    ];
  });
  return Math.max(
    Math.abs(after.population.mean - before.population.mean),
    Math.abs(after.population.sd - before.population.sd),
    ...changes,
  );
}
