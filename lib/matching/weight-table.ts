import type { WeightTable } from "./weights";

/**
 * For the offline English model; chosen by `npm run bench:matching -- --choose` before the test part
 * was looked at, and not since (docs/matching.md).
 */
export const OFFLINE_WEIGHTS: WeightTable = {
  "english titles": { dense: 1, words: 0, characters: 0 },
  "english texts": { dense: 0.7, words: 0.3, characters: 0 },
  "english uneven": { dense: 1, words: 0, characters: 0 },
  "chinese titles": { dense: 0.9, words: 0.1, characters: 0 },
  "chinese texts": { dense: 0.5, words: 0, characters: 0.5 },
  "chinese uneven": { dense: 0.8, words: 0, characters: 0.2 },
  "across titles": { dense: 1, words: 0, characters: 0 },
  "across texts": { dense: 0.6, words: 0.4, characters: 0 },
  "across uneven": { dense: 0.9, words: 0, characters: 0.1 },
  "mixed titles": { dense: 0.9, words: 0.1, characters: 0 },
  "mixed texts": { dense: 0.6, words: 0.1, characters: 0.3 },
  "mixed uneven": { dense: 0.9, words: 0, characters: 0.1 },
};

const MULTILINGUAL = { dense: 0.8, words: 0.1, characters: 0.1 };

/** For a model that reads both languages. Not measured here: none could be had. */
const MULTILINGUAL_WEIGHTS = Object.fromEntries(
  Object.keys(OFFLINE_WEIGHTS).map((kind) => [kind, MULTILINGUAL]),
) as WeightTable;

export const weightsFor = (multilingual: boolean): WeightTable =>
  multilingual ? MULTILINGUAL_WEIGHTS : OFFLINE_WEIGHTS;
