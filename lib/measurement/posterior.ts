import { likelihoodCurve } from "./likelihood-curve";
import { type Density, normalised } from "./numeric/density";
import { GRID_SIZE, logNormal } from "./numeric/grid";
import type { MeasurementParameters } from "./parameters";
import { assertResponse, type Response } from "./response";
import { easedItem, effectiveCount, responseWeight } from "./response-weight";

/** What is believed of an ability before the evidence. */
export type Prior = { mean: number; sd: number };

/** One response's part: its weight times its effective number of items, and its log-likelihood. */
export type Part = { id: string; itemId: string; worth: number; logLikelihood: Float64Array };

/** Responses that count, in an order of their own, so that sums do not hang on the order given. */
export function countedParts(
  responses: readonly Response[],
  parameters: MeasurementParameters,
): Part[] {
  for (const response of responses) assertResponse(response);
  const current = responses.filter((response) => response.current);
  const latest = new Map<string, number>();
  for (const { itemId, attempt } of current)
    latest.set(itemId, Math.max(attempt, latest.get(itemId) ?? 1));
  const ids = new Set(current.map(({ id }) => id));
  if (ids.size < current.length) throw new RangeError("two responses have the same id");
  return current
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((response) => {
      const weight = responseWeight(response, latest.get(response.itemId) ?? 1, parameters);
      return weight > 0 ? [partOf(response, weight, parameters)] : [];
    });
}

function partOf(response: Response, weight: number, parameters: MeasurementParameters): Part {
  const count = effectiveCount(response.count, parameters.icc);
  const curve = likelihoodCurve(easedItem(response, parameters), response.score, count);
  return {
    id: response.id,
    itemId: response.itemId,
    worth: weight * count,
    logLikelihood: curve.map((value) => weight * value),
  };
}

/** Log posterior up to a constant. */
export function logPosterior(prior: Prior, parts: readonly Part[]): Float64Array {
  const sum = logNormal(prior.mean, prior.sd);
  for (const { logLikelihood } of parts)
    for (let point = 0; point < GRID_SIZE; point++)
      sum[point] = (sum[point] ?? 0) + (logLikelihood[point] ?? 0);
  return sum;
}

/** Posterior density of the ability. */
export const posterior = (prior: Prior, parts: readonly Part[]): Density =>
  normalised(logPosterior(prior, parts));
