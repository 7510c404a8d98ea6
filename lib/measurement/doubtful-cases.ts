/** Which cases of a challenge one submission passed, by name. */
export type CaseOutcomes = ReadonlyMap<string, boolean>;

export type DoubtfulCase = {
  name: string;
  /** Submissions that passed every other case, and those of them that failed this one. */
  passedOthers: number;
  failedThis: number;
};

/**
 * Cases that may be wrong: of the submissions that pass all others, so many fail this one that it
 * can hardly be the submissions. Flagged from `least` failures on that make up `share` of those that
 * pass all others. Pass one submission a learner, the last: copies of one mistake are one mistake.
 */
export function doubtfulCases(
  submissions: readonly CaseOutcomes[],
  { least = 5, share = 0.5 } = {},
): DoubtfulCase[] {
  const names = [...new Set(submissions.flatMap((one) => [...one.keys()]))].sort();
  return names
    .map((name) => countFor(name, submissions))
    .filter(
      ({ passedOthers, failedThis }) => failedThis >= least && failedThis >= share * passedOthers,
    );
}

function countFor(name: string, submissions: readonly CaseOutcomes[]): DoubtfulCase {
  const passing = submissions.filter(
    (one) =>
      one.has(name) &&
      one.size > 1 &&
      [...one].every(([other, passed]) => other === name || passed),
  );
  const failedThis = passing.filter((one) => one.get(name) === false).length;
  return { name, passedOthers: passing.length, failedThis };
}
