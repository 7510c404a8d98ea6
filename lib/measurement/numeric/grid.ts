/** Abilities at which a posterior is held: even steps from −4 to 4 of the N(0, 1) scale. */
export const GRID_SIZE = 161;
const LOWEST = -4;
export const STEP = 8 / (GRID_SIZE - 1);

export const GRID: readonly number[] = Array.from(
  { length: GRID_SIZE },
  (_, index) => LOWEST + index * STEP,
);

/** Log density of N(mean, sd) on the grid, up to a constant. */
export function logNormal(mean: number, sd: number): Float64Array {
  return Float64Array.from(GRID, (theta) => -0.5 * ((theta - mean) / sd) ** 2);
}
