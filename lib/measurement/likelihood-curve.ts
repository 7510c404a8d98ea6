import { GRID, GRID_SIZE } from "./numeric/grid";
import { itemNodes } from "./numeric/item-nodes";
import { type ItemParameters, valuesOf } from "./response";

const KEPT = 4096;
const cache = new Map<string, Float64Array>();

/**
 * Log-likelihood of a score on the grid, with the item's parameters integrated out:
 * ln ∫ exp(n·[y·ln P + (1−y)·ln(1−P)]) dF(a, b). The cases of a submission share one a and b, so
 * these are integrated over all n at once; for one right or wrong answer it is the log of the
 * marginal response curve. y: share of points; n: effective number of items. Cached by its arguments.
 */
export function likelihoodCurve(item: ItemParameters, y: number, n: number): Float64Array {
  const key = `${valuesOf(item)} ${y} ${n}`;
  const known = cache.get(key);
  if (known) return known;
  const curve = integrated(item, y, n);
  if (cache.size >= KEPT) cache.clear();
  cache.set(key, curve);
  return curve;
}

function integrated(item: ItemParameters, y: number, n: number): Float64Array {
  const nodes = itemNodes(item);
  const terms = new Float64Array(nodes.length);
  const curve = new Float64Array(GRID_SIZE);
  for (let point = 0; point < GRID_SIZE; point++) {
    const theta = GRID[point] ?? 0;
    let top = -Infinity;
    for (const [index, { difficulty, discrimination }] of nodes.entries()) {
      const term = n * logLikelihood(discrimination * (theta - difficulty), y, item.guessing);
      terms[index] = term;
      if (term > top) top = term;
    }
    let sum = 0;
    for (const [index, { weight }] of nodes.entries())
      sum += weight * Math.exp((terms[index] ?? 0) - top);
    curve[point] = top + Math.log(sum);
  }
  return curve;
}

/** y·ln P + (1−y)·ln(1−P) at a logit, without cancellation in either tail. */
export function logLikelihood(logit: number, y: number, guessing: number): number {
  const tail = Math.log1p(Math.exp(-Math.abs(logit)));
  const logRight = logit > 0 ? -tail : logit - tail;
  const logWrong = logit > 0 ? -logit - tail : -tail;
  if (guessing === 0) return y * logRight + (1 - y) * logWrong;
  const right = y === 0 ? 0 : y * Math.log(guessing + (1 - guessing) * Math.exp(logRight));
  return right + (1 - y) * (Math.log1p(-guessing) + logWrong);
}
