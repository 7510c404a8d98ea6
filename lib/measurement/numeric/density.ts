import { GRID, GRID_SIZE, logNormal, STEP } from "./grid";

/** A density held on the grid and linear between its points; it integrates to 1. */
export type Density = Float64Array;

/** From logs up to a constant. */
export function normalised(logDensity: Float64Array): Density {
  let top = -Infinity;
  for (const value of logDensity) if (value > top) top = value;
  const density = logDensity.map((value) => Math.exp(value - top));
  const total = integral(density);
  return density.map((value) => value / total);
}

/** A normal belief, cut off at the ends of the grid. */
export const normalDensity = ({ mean, sd }: { mean: number; sd: number }): Density =>
  normalised(logNormal(mean, sd));

/** ∫ f by the trapezoidal rule. */
export function integral(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return STEP * (sum - ((values[0] ?? 0) + (values[GRID_SIZE - 1] ?? 0)) / 2);
}

/** E f(θ) where `values` holds f on the grid. */
export function expectation(density: Density, values: ArrayLike<number>): number {
  const last = GRID_SIZE - 1;
  let sum = 0;
  for (let point = 0; point <= last; point++) sum += (density[point] ?? 0) * (values[point] ?? 0);
  const ends = (density[0] ?? 0) * (values[0] ?? 0) + (density[last] ?? 0) * (values[last] ?? 0);
  return STEP * (sum - ends / 2);
}

export function meanAndSd(density: Density): { mean: number; sd: number } {
  const mean = expectation(density, GRID);
  const variance = expectation(
    density,
    GRID.map((theta) => (theta - mean) ** 2),
  );
  return { mean, sd: Math.sqrt(variance) };
}

/** P(θ ≤ each point of the grid). */
function cumulative(density: Density): Float64Array {
  const below = new Float64Array(GRID_SIZE);
  for (let index = 1; index < GRID_SIZE; index++) {
    const cell = (STEP * ((density[index - 1] ?? 0) + (density[index] ?? 0))) / 2;
    below[index] = (below[index - 1] ?? 0) + cell;
  }
  return below;
}

/** P(θ > cut), with the part of a cell that lies above the cut. */
export function probabilityAbove(density: Density, cut: number): number {
  const position = (cut - (GRID[0] ?? 0)) / STEP;
  if (position <= 0) return 1;
  if (position >= GRID_SIZE - 1) return 0;
  const cell = Math.floor(position);
  const share = position - cell;
  const left = density[cell] ?? 0;
  const right = density[cell + 1] ?? 0;
  const inside = STEP * share * (left + (share * (right - left)) / 2);
  return Math.min(1, Math.max(0, 1 - (cumulative(density)[cell] ?? 0) - inside));
}

/**
 * Abilities below which the given shares lie. Within a cell the density is linear, so its integral
 * up to s cells is left·s + (right − left)·s²/2, which is solved for s.
 */
export function quantiles(density: Density, shares: readonly number[]): number[] {
  const below = cumulative(density);
  return shares.map((share) => {
    let cell = 0;
    while (cell < GRID_SIZE - 2 && (below[cell + 1] ?? 1) < share) cell++;
    const left = density[cell] ?? 0;
    const right = density[cell + 1] ?? 0;
    const target = Math.max(0, share - (below[cell] ?? 0)) / STEP;
    const root = Math.sqrt(Math.max(0, left * left + 2 * (right - left) * target));
    const within = target > 0 ? (2 * target) / (left + root) : 0;
    return (GRID[cell] ?? 0) + STEP * Math.min(1, within);
  });
}
