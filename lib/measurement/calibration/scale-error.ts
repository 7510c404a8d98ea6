import type { Prior } from "../posterior";
import type { CalibrationData } from "./calibration-data";
import type { State } from "./expectation-step";

/**
 * Variance of b and of ln a that all items share, because the scale itself is held by the authors'
 * words alone: of the shift by all difficulties, of the stretch by all discriminations and
 * difficulties. No number of learners makes it smaller, only more items do.
 */
export type ScaleError = {
  ofDifficulty: (difficulty: number) => number;
  ofLogDiscrimination: number;
};

export const NO_SCALE_ERROR: ScaleError = { ofDifficulty: () => 0, ofLogDiscrimination: 0 };

export function scaleError({ items }: CalibrationData, { population }: State): ScaleError {
  const { mean }: Prior = population;
  let [ofShift, ofStretch] = [0, 0];
  for (const { prior, learners } of items) {
    if (learners === 0) continue;
    ofShift += 1 / prior.difficultySd ** 2;
    ofStretch += 1 / prior.logDiscriminationSd ** 2;
    ofStretch += ((prior.difficulty - mean) / prior.difficultySd) ** 2;
  }
  return {
    ofDifficulty: (difficulty) => 1 / ofShift + (difficulty - mean) ** 2 / ofStretch,
    ofLogDiscrimination: 1 / ofStretch,
  };
}
