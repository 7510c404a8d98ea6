import { type WeightTable, weightsOf } from "../weights";
import { standardised } from "./moments";
import type { PreparedQuery } from "./reference";
import type { WeighedText } from "./weighed-text";

/**
 * From standard deviations to a share: how probably a text that lies so far above the mean is
 * relevant, were relevant texts as frequent as others. Logistic regression on the development part
 * of the written set (`npm run bench:matching -- --reference`; docs/matching.md).
 */
const INTERCEPT = -0.92;
const SLOPE = 1.15;

export const meaningOf = (deviations: number): number =>
  1 / (1 + Math.exp(-(INTERCEPT + SLOPE * deviations)));

/** How near a text is to a query, in standard deviations: its signals, weighted by the pair's kind. */
export function fused(query: PreparedQuery, text: WeighedText, table: WeightTable): number {
  const signals = query.comparison.signals(text);
  const weights = weightsOf(query.side, text.side, table);
  const norms = query.norms(text.side);
  const sum =
    weights.dense * standardised(signals.dense, norms.dense) +
    weights.words * standardised(signals.words, norms.words) +
    weights.characters * standardised(signals.characters, norms.characters);
  // Several signals together spread less than one; here all kinds of pairs spread alike.
  return sum / Math.hypot(weights.dense, weights.words, weights.characters);
}

/** The text to compare with: one in the query's language where there is one, else the first. */
const counterpart = (query: PreparedQuery, texts: readonly WeighedText[]): WeighedText =>
  (texts.find(({ side }) => side.language === query.side.language) ?? texts[0]) as WeighedText;

/**
 * How near a person's texts are to what is looked for, in standard deviations: the mean over the
 * query's languages. Who wrote in two languages gains nothing by that. Null without texts.
 */
export function nearness(
  queries: readonly PreparedQuery[],
  texts: readonly WeighedText[],
  table: WeightTable,
): number | null {
  if (queries.length === 0 || texts.length === 0) return null;
  let sum = 0;
  for (const query of queries) sum += fused(query, counterpart(query, texts), table);
  return sum / queries.length;
}
