import {
  type Density,
  meanAndSd,
  normalised,
  probabilityAbove,
  quantiles,
} from "./numeric/density";
import { logistic } from "./numeric/logistic";
import { LEVELS, type Level, type MeasurementParameters } from "./parameters";
import { countedParts, logPosterior, type Part, type Prior } from "./posterior";
import type { Response } from "./response";

/** An interval of abilities, in logits. */
export type Band = { low: number; high: number };

/** What one response did to an estimate, against the same evidence without it; in logits. */
export type Contribution = {
  id: string;
  itemId: string;
  /** Independent items that it counted for. */
  worth: number;
  /** By how much the band is narrower; below 0 where it surprised and widened the band. */
  narrowed: number;
  /** By how much the mean went up. */
  raised: number;
};

export type Estimate = {
  /** Expected a posteriori, in logits. */
  mean: number;
  sd: number;
  band: Band;
  /** The probability of lying above each level's cut. */
  above: Record<Level, number>;
  /** How many responses counted, and at how many items. */
  responses: number;
  items: number;
  contributions: Contribution[];
};

/** What is shown of an ability: a level from 0 to 100. */
export const shownLevel = (ability: number) => 100 * logistic(ability);

/** What is shown of a probability: never 0 or 1, which no evidence bears. */
export const shownProbability = (probability: number) =>
  Math.min(0.99, Math.max(0.01, probability));

/**
 * Expected a posteriori estimate of one skill (Bock & Mislevy, Adaptive EAP estimation of ability
 * in a microcomputer environment, Applied Psychological Measurement 6, 1982) on a grid over [−4, 4].
 * The same responses give the same bits in whatever order. Throws RangeError for impossible
 * responses and for two with one id.
 */
export function estimate(
  responses: readonly Response[],
  parameters: MeasurementParameters,
  prior: Prior = parameters.prior,
): Estimate {
  return estimateFromParts(countedParts(responses, parameters), parameters, prior);
}

/** The same from what counts of the responses. */
export function estimateFromParts(
  parts: readonly Part[],
  parameters: MeasurementParameters,
  prior: Prior,
): Estimate {
  const all = logPosterior(prior, parts);
  const summary = summarise(normalised(all), parameters);
  return {
    ...summary,
    responses: parts.length,
    items: new Set(parts.map(({ itemId }) => itemId)).size,
    contributions: parts.map((part) => contribution(part, all, summary, parameters)),
  };
}

type Summary = Pick<Estimate, "mean" | "sd" | "band" | "above">;

/** Mean, spread, band and levels of a posterior. */
export function summarise(density: Density, parameters: MeasurementParameters): Summary {
  const above = LEVELS.map((level) => [level, probabilityAbove(density, parameters.cuts[level])]);
  return {
    ...meanAndSd(density),
    band: bandOf(density, parameters.bandMass),
    above: Object.fromEntries(above) as Record<Level, number>,
  };
}

/** The equal-tailed interval that holds so much of the density. */
export function bandOf(density: Density, mass: number): Band {
  const tail = (1 - mass) / 2;
  const [low = 0, high = 0] = quantiles(density, [tail, 1 - tail]);
  return { low, high };
}

export const widthOf = ({ low, high }: Band) => high - low;

function contribution(
  { id, itemId, worth, logLikelihood }: Part,
  all: Float64Array,
  { mean, band }: Summary,
  { bandMass }: MeasurementParameters,
): Contribution {
  const without = normalised(all.map((value, point) => value - (logLikelihood[point] ?? 0)));
  return {
    id,
    itemId,
    worth,
    narrowed: widthOf(bandOf(without, bandMass)) - widthOf(band),
    raised: mean - meanAndSd(without).mean,
  };
}
