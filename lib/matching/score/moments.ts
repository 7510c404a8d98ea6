export type Moments = { mean: number; deviation: number };

/** What a group is taken to know of itself beside the whole: this many texts of the whole stand in. */
const SHRINKAGE = 10;

const variance = (scores: readonly number[], mean: number) =>
  scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length);

const average = (scores: readonly number[]) =>
  scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);

export function momentsOf(scores: ArrayLike<number>): Moments {
  const all = Array.from(scores);
  const mean = average(all);
  return { mean, deviation: Math.sqrt(variance(all, mean)) };
}

/** Moments of a group, drawn to those of the whole while it is small. */
export function shrunk(scores: readonly number[], whole: Moments): Moments {
  const share = scores.length / (scores.length + SHRINKAGE);
  const mean = average(scores);
  return {
    mean: share * mean + (1 - share) * whole.mean,
    deviation: Math.sqrt(share * variance(scores, mean) + (1 - share) * whole.deviation ** 2),
  };
}

/** In standard deviations; 0 where all are alike. */
export const standardised = (score: number, { mean, deviation }: Moments): number =>
  deviation < 1e-9 ? 0 : (score - mean) / deviation;
