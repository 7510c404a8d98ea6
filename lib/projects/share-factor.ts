export type Share = { raterId: string; ratedId: string; share: number };

/**
 * How much of an even part each member did, as the others see it: 1 is even. Each rater's points
 * are first made to add up to the same, so that nobody is generous at another's cost; the factor
 * is the mean over those who rated (Loddington et al. 2009, WebPA; without self-ratings). A
 * member whom nobody rated has 1.
 */
export function shareFactor(member: string, ratings: readonly Share[]): number {
  const raters = new Set(
    ratings.filter(({ ratedId }) => ratedId === member).map(({ raterId }) => raterId),
  );
  const parts = [...raters].map((rater) => {
    const theirs = ratings.filter(({ raterId }) => raterId === rater);
    const total = theirs.reduce((sum, { share }) => sum + share, 0);
    const given = theirs.find(({ ratedId }) => ratedId === member)?.share ?? 0;
    return total > 0 ? (given / total) * theirs.length : 1;
  });
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) / parts.length : 1;
}

/** What the factor makes of the team's mark; never more than the whole. */
export const withShare = (mean: number, factor: number, weight: number, top: number): number =>
  Math.min(top, mean * (1 - weight + weight * factor));
