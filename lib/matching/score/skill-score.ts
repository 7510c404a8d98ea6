import { type Known, type KnownSkills, placeOf } from "./known-skills";
import type { MatchRequest } from "./match-request";

/** A must counts as much as two of the same weight that would be nice. */
const MUST = 2;
/** What a claim is worth at most: a claim that is enough counts as a chance of one in five. */
const CLAIM = 0.2;

export const weightOf = ({ weight, must }: MatchRequest["skills"][number]): number =>
  must ? MUST * weight : weight;

/** The ability in logits that a level from 0 to 100 stands for, within what is measurable. */
const abilityOf = (level: number) => {
  const share = Math.min(99, Math.max(1, level)) / 100;
  return Math.log(share / (1 - share));
};

/** P(Z > z) of the normal distribution, to 7.5e-8 (Abramowitz & Stegun 1964, 26.2.17). */
export function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? 1 - tail : tail;
}

/**
 * The probability that a skill reaches a level: from the posterior where it is measured. A claim
 * that reaches the level counts a fifth, one below it its share of that; nothing counts nothing.
 */
export function skillProbability(known: Known, level: number): number {
  if (known === null) return 0;
  return "claimed" in known
    ? probabilityOf(known.claimed, -1, level, 0)
    : probabilityOf(known.mean, known.sd, level, abilityOf(level));
}

function probabilityOf(value: number, deviation: number, level: number, ability: number): number {
  if (deviation === 0) return 0;
  if (deviation > 0) return normalTail((ability - value) / deviation);
  return level === 0 ? CLAIM : CLAIM * Math.min(1, value / level);
}

/** Asked skills made ready for many people. */
export type PreparedSkills = {
  asked: { place: number; level: number; ability: number; weight: number }[];
  total: number;
};

export function prepareSkills(skills: MatchRequest["skills"]): PreparedSkills {
  const asked = skills.map((one) => ({
    ...{ place: placeOf(one.slug), level: one.level, ability: abilityOf(one.level) },
    weight: weightOf(one),
  }));
  return { asked, total: asked.reduce((sum, { weight }) => sum + weight, 0) };
}

/** The share of asked weight that is to be expected to be met, 0 to 1. */
export function skillScore({ asked, total }: PreparedSkills, known: KnownSkills): number {
  let sum = 0;
  for (const { place, level, ability, weight } of asked) {
    const [value, deviation] = [known.valueAt(place), known.deviationAt(place)];
    sum += weight * probabilityOf(value, deviation, level, ability);
  }
  return total === 0 ? 0 : sum / total;
}
