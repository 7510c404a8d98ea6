import type { Levels } from "@/lib/content/project-package";

/** Passed when at most this far from staff on the average, in levels... */
export const MEAN_WITHIN = 0.75;
/** ...and within one level in at least this share of the marks. */
export const ADJACENT_SHARE = 0.8;

export type Agreement = {
  /** Mean absolute distance from staff's levels. */
  distance: number;
  /** Share of the marks that are at most one level off. */
  adjacent: number;
  passed: boolean;
};

/** How far a reviewer's levels lie from staff's, over all calibration pieces. Throws for none. */
export function calibrationAgreement(
  given: readonly Levels[],
  staff: readonly Levels[],
): Agreement {
  const distances = staff.flatMap((levels, place) =>
    Object.entries(levels).map(([slug, level]) => Math.abs((given[place]?.[slug] ?? 0) - level)),
  );
  if (distances.length === 0) throw new Error("no calibration piece was marked");
  const distance = distances.reduce((sum, one) => sum + one, 0) / distances.length;
  const adjacent = distances.filter((one) => one <= 1).length / distances.length;
  return {
    distance,
    adjacent,
    passed: distance <= MEAN_WITHIN && adjacent >= ADJACENT_SHARE,
  };
}
