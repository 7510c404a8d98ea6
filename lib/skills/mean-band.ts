import { shownBand } from "./shown-estimate";

/** Quantile of the normal distribution that leaves 5 % on either side. */
export const Z_90 = 1.6449;

type Belief = { mean: number; sd: number };

/** Mean of several skills with its band, as of independent estimates: their errors partly cancel out. */
export function meanBand(rows: readonly Belief[]) {
  if (rows.length === 0) return null;
  const mean = rows.reduce((sum, row) => sum + row.mean, 0) / rows.length;
  const sd = Math.sqrt(rows.reduce((sum, row) => sum + row.sd ** 2, 0)) / rows.length;
  return shownBand({ mean, low: mean - Z_90 * sd, high: mean + Z_90 * sd });
}
