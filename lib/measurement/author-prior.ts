import type { MeasurementParameters } from "./parameters";
import type { ItemParameters } from "./response";

/**
 * What is believed of an item on its author's word alone. The word is an observation with error, so
 * the belief lies between it and the bank's mean (Kelley 1947): the items that authors call hardest
 * are, on the average, not quite as hard. Taken at its word instead, an adaptive test that picks
 * items by their stated difficulty would be surer than it may be.
 */
export function authorPrior(
  difficulty: number,
  guessing: number,
  { authorPrior: prior }: MeasurementParameters,
): ItemParameters {
  const reliability = prior.bankSd ** 2 / (prior.bankSd ** 2 + prior.difficultyError ** 2);
  return {
    difficulty: prior.bankMean + reliability * (difficulty - prior.bankMean),
    difficultySd: prior.difficultyError * Math.sqrt(reliability),
    logDiscrimination: prior.logDiscriminationMean,
    logDiscriminationSd: prior.logDiscriminationSd,
    guessing,
  };
}

/** Chance to pick the one key among so many options by luck; 0 where nothing is picked. */
export const guessingFloor = (options: number) => (options >= 2 ? 1 / options : 0);
