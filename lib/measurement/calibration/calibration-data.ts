import type { ItemParameters } from "../response";

/** An item as its author described it. */
export type CalibrationItem = { id: string; prior: ItemParameters };

/** A learner's first unaided attempt at an item. Score is a share; worth an effective number of items. */
export type CalibrationResponse = { learner: string; item: string; score: number; worth: number };

/** Which parameters of an item the data may move. */
export type Freed = "none" | "difficulty" | "both";

/** What an item is taken for within the estimation: b and ln a. */
export type Point = { difficulty: number; logDiscrimination: number };

export type IndexedItem = CalibrationItem & { learners: number; freed: Freed };
export type IndexedResponse = { item: number; score: number; worth: number };

export type CalibrationData = {
  items: IndexedItem[];
  /** Responses by learner. */
  learners: IndexedResponse[][];
};

/**
 * Items in the order of their ids and responses by learner, sorted, so that the result does not
 * hang on the order given. Throws RangeError for an unknown item and for two responses of one
 * learner to one item.
 */
export function calibrationData(
  items: readonly CalibrationItem[],
  responses: readonly CalibrationResponse[],
  least: { leastForDifficulty: number; leastForDiscrimination: number },
): CalibrationData {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const position = new Map(sorted.map(({ id }, index) => [id, index]));
  const byLearner = new Map<string, Map<number, IndexedResponse>>();
  const counts = sorted.map(() => 0);
  for (const { learner, item, score, worth } of responses) {
    const index = position.get(item);
    if (index === undefined) throw new RangeError(`response to ${item}, which is not calibrated`);
    if (!(score >= 0 && score <= 1 && worth > 0)) throw new RangeError(`response to ${item}`);
    const own = byLearner.get(learner) ?? new Map<number, IndexedResponse>();
    if (own.has(index)) throw new RangeError(`${learner} responded to ${item} twice`);
    byLearner.set(learner, own.set(index, { item: index, score, worth }));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return {
    items: sorted.map((item, index) => {
      const learners = counts[index] ?? 0;
      return { ...item, learners, freed: freedBy(learners, least) };
    }),
    learners: [...byLearner]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => [...own.values()].sort((a, b) => a.item - b.item)),
  };
}

function freedBy(
  learners: number,
  least: { leastForDifficulty: number; leastForDiscrimination: number },
): Freed {
  if (learners >= least.leastForDiscrimination) return "both";
  return learners >= least.leastForDifficulty ? "difficulty" : "none";
}
