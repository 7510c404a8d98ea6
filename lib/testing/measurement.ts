import { authorPrior } from "@/lib/measurement/author-prior";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import type { ItemParameters, Response } from "@/lib/measurement/response";

let made = 0;

/** An item on its author's word alone, and easier or harder as asked. */
export const itemOf = (difficulty = 0, guessing = 0): ItemParameters =>
  authorPrior(difficulty, guessing, DEFAULT_PARAMETERS);

/** An item whose parameters are known for certain. */
export const knownItem = (difficulty: number, discrimination = 1): ItemParameters => ({
  difficulty,
  difficultySd: 0,
  logDiscrimination: Math.log(discrimination),
  logDiscriminationSd: 0,
  guessing: 0,
});

/** A first, watched, unaided, right answer of today to an item of its own, but for what is given. */
export function responseOf(given: Partial<Response> = {}): Response {
  made += 1;
  return {
    id: `response-${made}`,
    itemId: `item-${made}`,
    item: itemOf(),
    score: 1,
    count: 1,
    load: 1,
    attempt: 1,
    hints: 0,
    supervised: true,
    ageYears: 0,
    similarity: "none",
    current: true,
    ...given,
  };
}
