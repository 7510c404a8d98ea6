import { GRID, GRID_SIZE } from "../numeric/grid";
import { itemNodes } from "../numeric/item-nodes";
import { logistic } from "../numeric/logistic";
import type { ItemParameters } from "../response";

/** On the grid: probability of a right answer, and Fisher information of one answer. */
export type ResponseFunction = { probability: Float64Array; information: Float64Array };

const KEPT = 4096;
const cache = new Map<string, ResponseFunction>();

/**
 * The response function with the item's parameters integrated out, P̄(θ), and its information
 * P̄′² / (P̄·(1−P̄)): less than that of a known item, as it should be. Cached by the item.
 */
export function responseFunction(item: ItemParameters): ResponseFunction {
  const key = JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = cache.get(key);
  if (known) return known;
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
    const right = item.guessing + (1 - item.guessing) * value;
    probability[point] = right;
    information[point] = ((1 - item.guessing) * slope) ** 2 / (right * (1 - right));
  }
  if (cache.size >= KEPT) cache.clear();
  cache.set(key, { probability, information });
  return { probability, information };
}
