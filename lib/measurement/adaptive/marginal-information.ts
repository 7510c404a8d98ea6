import { GRID, GRID_SIZE } from "../numeric/grid";
import { itemNodes } from "../numeric/item-nodes";
import { logistic } from "../numeric/logistic";
import { type ItemParameters, valuesOf } from "../response";

/** On the grid: probability of a right answer, and Fisher information of one answer. */
export type ResponseFunction = { probability: Float64Array; information: Float64Array };

const KEPT = 1024;
const cache = new Map<string, ResponseFunction>();

/**
 * The response function with the item's parameters integrated out, P̄(θ), and its information
 * P̄′² / (P̄·(1−P̄)): less than that of a known item, as it should be. Kept by the item's values, since
 * what is read from the database anew is another object each time.
 */
export function responseFunction(item: ItemParameters): ResponseFunction {
  const key = valuesOf(item);
  const known = cache.get(key);
  if (known) return known;
  const { guessing } = item;
  const nodes = itemNodes(item);
  const probability = new Float64Array(GRID_SIZE);
  const information = new Float64Array(GRID_SIZE);
  for (const [point, theta] of GRID.entries()) {
    let [value, slope] = [0, 0];
    for (const { difficulty, discrimination, weight } of nodes) {
      const knows = logistic(discrimination * (theta - difficulty));
      value += weight * knows;
      slope += weight * discrimination * knows * (1 - knows);
    }
    const right = guessing + (1 - guessing) * value;
    probability[point] = right;
    information[point] = ((1 - guessing) * slope) ** 2 / (right * (1 - right));
  }
  const found = { probability, information };
  if (cache.size >= KEPT) cache.clear();
  cache.set(key, found);
  return found;
}
