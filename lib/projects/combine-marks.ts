import { type Rubric, TOP_LEVEL } from "@/lib/content/project-fields";
import type { Levels } from "@/lib/content/project-package";
import { trimmedMean } from "./trimmed-mean";

export type Markings = {
  /** Peers' marks that count. */
  peers: Levels[];
  staff: Levels;
  /** Staff's marks on an appeal, which stand alone. */
  appeal?: Levels | undefined;
};

export type CombinedCriterion = {
  slug: string;
  weight: number;
  /** Levels that counted: peers', then staff's, in the place of every missing peer too. */
  levels: number[];
  /** Trimmed mean of the levels, 0 to 4. */
  mean: number;
  /** Mean absolute distance of the markers from their median, in levels. */
  deviation: number;
};

/**
 * What marks make of a piece. Staff's marks take the place of each of `peers` that is missing, so
 * that as many levels always count; one lowest and one highest are dropped.
 */
export function combineMarks(
  rubric: Rubric,
  peers: number,
  markings: Markings,
): { criteria: CombinedCriterion[]; share: number } {
  const { staff, appeal } = markings;
  const missing = Math.max(0, peers - markings.peers.length);
  const criteria = rubric.map(({ slug, weight }) => {
    const by = (levels: Levels) => levels[slug] ?? 0;
    const markers = appeal ? [by(appeal)] : [...markings.peers.map(by), by(staff)];
    const stands = appeal ? [] : Array.from({ length: missing }, () => by(staff));
    const levels = [...markers, ...stands];
    return { slug, weight, levels, mean: trimmedMean(levels), deviation: deviationOf(markers) };
  });
  return { criteria, share: shareOf(criteria.map(({ weight, mean }) => [weight, mean])) };
}

/** Weighted share of the highest levels, 0 to 1. */
export const shareOf = (weighted: readonly (readonly [weight: number, level: number])[]): number =>
  weighted.reduce((sum, [weight, level]) => sum + (weight * level) / TOP_LEVEL, 0);

/** What one marker's levels alone would be worth, 0 to 1. */
export const shareOfLevels = (rubric: Rubric, levels: Levels): number =>
  shareOf(rubric.map(({ slug, weight }) => [weight, levels[slug] ?? 0]));

/**
 * Average deviation about the median. At most 5/6 of a level counts as agreement on a scale of
 * five (Burke & Dunlap 2002, Organizational Research Methods 5(2): c/6 for c categories).
 */
function deviationOf(levels: readonly number[]): number {
  const sorted = levels.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  return sorted.reduce((sum, level) => sum + Math.abs(level - median), 0) / sorted.length;
}

export const AGREED_WITHIN = 5 / 6;
