import type { MeasurementParameters } from "./parameters";
import type { ItemParameters, Response, Similarity } from "./response";

/**
 * Independent items that the cases of one submission are worth: count / (1 + (count−1)·icc), the
 * design effect of cluster samples (Kish, Survey Sampling, 1965, section 5.4). Never above 1/icc.
 */
export const effectiveCount = (count: number, icc: number) => count / (1 + (count - 1) * icc);

/**
 * What the response's log-likelihood is multiplied by: a product of load, retries, supervision, age
 * and findings. 0 when it does not count. `latestAttempt` is the last that counts at the same item.
 */
export function responseWeight(
  response: Response,
  latestAttempt: number,
  { weights }: MeasurementParameters,
): number {
  if (!response.current) return 0;
  const ofSimilarity: Record<Similarity, number> = {
    none: 1,
    open: weights.similarityOpen,
    upheld: weights.similarityUpheld,
  };
  return (
    response.load *
    weights.retry ** (response.attempt - 1) *
    (response.attempt < latestAttempt ? weights.overtaken : 1) *
    (response.supervised ? 1 : weights.unsupervised) *
    0.5 ** (response.ageYears / weights.halfLifeYears) *
    ofSimilarity[response.similarity]
  );
}

/** The item as it stood before this learner: what he had learnt of it made it easier. */
export function easedItem(
  { item, attempt, hints }: Response,
  { eases }: MeasurementParameters,
): ItemParameters {
  const ease = eases.attempt * (attempt - 1) + eases.hint * hints;
  return ease === 0 ? item : { ...item, difficulty: item.difficulty - ease };
}
