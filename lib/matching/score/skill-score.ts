import type { MatchRequest } from "./match-request";
import type { Known, SkillColumns } from "./skill-columns";

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
  if (deviation > 0) return normalTail((ability - value) / deviation);
  return level === 0 ? CLAIM : CLAIM * Math.min(1, value / level);
}

/** Asked skills made ready for many people; those that nobody has add nothing and are left out. */
export type PreparedSkills = {
  asked: {
    values: Float32Array;
    deviations: Float32Array;
    level: number;
    ability: number;
    weight: number;
  }[];
  total: number;
};

export function prepareSkills(
  columns: SkillColumns,
  skills: MatchRequest["skills"],
): PreparedSkills {
  const asked = skills.flatMap((one) => {
    const column = columns.of(one.slug);
    const { level } = one;
    return column ? [{ ...column, level, ability: abilityOf(level), weight: weightOf(one) }] : [];
  });
  return { asked, total: skills.reduce((sum, one) => sum + weightOf(one), 0) };
}

/** The share of asked weight that is to be expected to be met by the person of a row, 0 to 1. */
export function skillScore({ asked, total }: PreparedSkills, row: number): number {
  let sum = 0;
  for (const { values, deviations, level, ability, weight } of asked) {
    const deviation = deviations[row] as number;
    if (deviation === 0) continue;
    sum += weight * probabilityOf(values[row] as number, deviation, level, ability);
  }
  return total === 0 ? 0 : sum / total;
}
