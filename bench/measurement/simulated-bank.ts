import { authorPrior } from "@/lib/measurement/author-prior";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import type { ItemParameters, Response } from "@/lib/measurement/response";
import { SETTINGS } from "./settings";

/** An item as it is, and as the estimator is told that it is. */
export type SimulatedItem = {
  id: string;
  difficulty: number;
  discrimination: number;
  told: ItemParameters;
};

/** Whether the estimator is told an item's discrimination, as after calibration, or its spread alone. */
export type Told = "difficulty" | "discrimination too";

export function simulatedBank(what: Told, normal: () => number): SimulatedItem[] {
  const known = what === "discrimination too";
  return Array.from({ length: SETTINGS.bankSize }, (_, index) => {
    const difficulty = SETTINGS.difficultySd * normal();
    const logDiscrimination = SETTINGS.logDiscriminationSd * normal();
    const word = difficulty + SETTINGS.difficultyError * normal();
    const told = authorPrior(word, 0, DEFAULT_PARAMETERS);
    return {
      id: `item-${String(index).padStart(3, "0")}`,
      difficulty,
      discrimination: Math.exp(logDiscrimination),
      told: known ? { ...told, logDiscrimination, logDiscriminationSd: 0 } : told,
    };
  });
}

/** A learner's answer to an item. */
export function answer(item: SimulatedItem, theta: number, next: () => number): Response {
  const right = next() < logistic(item.discrimination * (theta - item.difficulty));
  return scored(item.id, item.told, right ? 1 : 0, 1);
}

/** A watched first attempt of today at an item of one skill. */
export const scored = (
  id: string,
  item: ItemParameters,
  score: number,
  count: number,
): Response => ({
  id,
  itemId: id,
  item,
  score,
  count,
  load: 1,
  attempt: 1,
  hints: 0,
  supervised: true,
  ageYears: 0,
  similarity: "none",
  current: true,
});

/**
 * Share of `count` cases that pass, each with the given probability and any two correlated by icc:
 * beta-binomial, drawn by Pólya's urn.
 */
export function correlatedCases(
  probability: number,
  count: number,
  icc: number,
  next: () => number,
): number {
  const balls = (1 - icc) / icc;
  let passed = 0;
  for (let drawn = 0; drawn < count; drawn++)
    if (next() < (probability * balls + passed) / (balls + drawn)) passed += 1;
  return passed / count;
}
