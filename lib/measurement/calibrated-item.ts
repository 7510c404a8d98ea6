import type { ItemParameters } from "./response";

/** An item as a calibration found it on the scale of one skill. */
export type CalibratedParameters = Omit<ItemParameters, "guessing"> & {
  /** The author's word that it began with. */
  authorDifficulty: number;
};

/** What a calibration says, by skill and item. */
export type CalibratedItems = ReadonlyMap<string, CalibratedParameters>;

export const NOT_CALIBRATED: CalibratedItems = new Map();

export const itemKey = (skill: string, item: string): string => `${skill} ${item}`;

type Asked = { skill: string; item: string; authorDifficulty: number };

/**
 * What is believed of an item: as calibrated; by its prior where it is not, or where the author has
 * said something else of it since. The chance to guess is that of the attempt itself.
 */
export function calibratedItem(
  calibrated: CalibratedItems,
  { skill, item, authorDifficulty }: Asked,
  prior: ItemParameters,
): ItemParameters {
  const found = calibrated.get(itemKey(skill, item));
  if (!found || found.authorDifficulty !== authorDifficulty) return prior;
  const { difficulty, difficultySd, logDiscrimination, logDiscriminationSd } = found;
  const { guessing } = prior;
  return { difficulty, difficultySd, logDiscrimination, logDiscriminationSd, guessing };
}
