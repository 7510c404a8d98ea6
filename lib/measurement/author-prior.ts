import type { MeasurementParameters } from "./parameters";
import type { ItemParameters } from "./response";

/** What is believed of an item on its author's word alone. */
export function authorPrior(
  difficulty: number,
  guessing: number,
  { authorPrior: prior }: MeasurementParameters,
): ItemParameters {
  return {
    difficulty,
    difficultySd: prior.difficultySd,
    logDiscrimination: prior.logDiscriminationMean,
    logDiscriminationSd: prior.logDiscriminationSd,
    guessing,
  };
}

/** Chance to pick the one key among so many options by luck; 0 where nothing is picked. */
export const guessingFloor = (options: number) => (options >= 2 ? 1 / options : 0);
