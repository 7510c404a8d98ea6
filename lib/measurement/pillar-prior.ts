import type { MeasurementParameters } from "./parameters";
import type { Prior } from "./posterior";

/** A skill's mean and spread on its own evidence, under the common prior; in logits. */
export type OwnEstimate = { mean: number; sd: number };

/** The factor that the skills of a pillar share, in units of the prior: precision and weighted sum. */
function factorOf(
  others: readonly OwnEstimate[],
  { prior, pillarCorrelation: rho }: MeasurementParameters,
) {
  let precision = 1;
  let weighted = 0;
  for (const { mean, sd } of others) {
    const ratio = (prior.sd / sd) ** 2;
    const gained = ratio - 1;
    if (gained <= 1e-9) continue;
    const observed = (((mean - prior.mean) / prior.sd) * ratio) / gained;
    const noise = 1 - rho + 1 / gained;
    precision += rho / noise;
    weighted += (Math.sqrt(rho) * observed) / noise;
  }
  return { precision, weighted };
}

/** How uncertain what the skills of a pillar share still is, in logits; the prior's spread at first. */
export const pillarError = (
  skills: readonly OwnEstimate[],
  parameters: MeasurementParameters,
): number => parameters.prior.sd / Math.sqrt(factorOf(skills, parameters).precision);

/**
 * What the other skills of a pillar say of one skill before its own evidence. One-factor model: in
 * units of the prior, skill = √ρ·F + √(1−ρ)·e with F, e ~ N(0, 1), so any two skills correlate by ρ.
 * Each other estimate is undone into a noisy observation (posterior precision less the prior's, by
 * normal approximation), F is estimated from these, and the skill predicted: an empirical-Bayes
 * augmentation of subscores (Wainer et al. 2001; de la Torre & Patz, Making the most of what we
 * have, Journal of Educational and Behavioral Statistics 30, 2005).
 */
export function pillarPrior(
  others: readonly OwnEstimate[],
  parameters: MeasurementParameters,
): Prior {
  const { prior, pillarCorrelation: rho } = parameters;
  const { precision, weighted } = factorOf(others, parameters);
  return {
    mean: prior.mean + (prior.sd * Math.sqrt(rho) * weighted) / precision,
    sd: prior.sd * Math.sqrt(rho / precision + 1 - rho),
  };
}
