import { chiSquareTail } from "../numeric/chi-square";
import { logisticRegression } from "./logistic-regression";
import type { DifObservation } from "./mantel-haenszel";

export type LikelihoodRatio = { chiSquare: number; p: number };

export type LogisticDif = {
  /** The groups differ alike at every ability; 1 degree of freedom. */
  uniform: LikelihoodRatio;
  /** The groups' difference changes with ability; 1 degree of freedom. */
  nonUniform: LikelihoodRatio;
  /** Either; 2 degrees of freedom. */
  either: LikelihoodRatio;
  /** Gain in Nagelkerke's R², from no difference to any: how large it is, not how certain. */
  effect: number;
  /** Jodoin & Gierl's classes of the effect where `either` is significant at 5 %: .035 and .070. */
  difClass: "A" | "B" | "C";
};

/**
 * DIF by logistic regression (Swaminathan & Rogers, Detecting differential item functioning using
 * logistic regression procedures, Journal of Educational Measurement 27, 1990): likelihood ratios of
 * matching alone, with the group, and with their product. Undefined where one group or one outcome is missing.
 */
export function logisticDif(observations: readonly DifObservation[]): LogisticDif | undefined {
  const outcomes = observations.map(({ right }) => right);
  const focal = observations.filter(({ group }) => group === "focal").length;
  const right = outcomes.filter(Boolean).length;
  const n = observations.length;
  if (focal === 0 || focal === n || right === 0 || right === n) return undefined;

  const rows = standardised(observations).map(({ group, matching }) => {
    const member = group === "focal" ? 1 : 0;
    return [1, matching, member, member * matching];
  });
  const likelihoodOf = (width: number) =>
    logisticRegression(
      rows.map((row) => row.slice(0, width)),
      outcomes,
    ).logLikelihood;
  const [none, group, product] = [likelihoodOf(2), likelihoodOf(3), likelihoodOf(4)];
  const either = ratio(none, product, 2);
  const empty = right * Math.log(right / n) + (n - right) * Math.log(1 - right / n);
  const effect = nagelkerke(product, empty, n) - nagelkerke(none, empty, n);
  return {
    uniform: ratio(none, group, 1),
    nonUniform: ratio(group, product, 1),
    either,
    effect,
    difClass: classOf(effect, either.p),
  };
}

function classOf(effect: number, p: number) {
  if (p >= 0.05 || effect < 0.035) return "A";
  return effect < 0.07 ? "B" : "C";
}

function ratio(smaller: number, larger: number, df: number): LikelihoodRatio {
  const chiSquare = Math.max(0, 2 * (larger - smaller));
  return { chiSquare, p: chiSquareTail(chiSquare, df) };
}

/** Nagelkerke, A note on a general definition of the coefficient of determination, Biometrika 78, 1991. */
const nagelkerke = (logLikelihood: number, empty: number, n: number) =>
  (1 - Math.exp((2 * (empty - logLikelihood)) / n)) / (1 - Math.exp((2 * empty) / n));

/** Matching values with mean 0 and spread 1, for the sake of the arithmetic alone. */
function standardised(observations: readonly DifObservation[]): DifObservation[] {
  const n = observations.length;
  const mean = observations.reduce((sum, { matching }) => sum + matching, 0) / n;
  const spread = Math.sqrt(
    observations.reduce((sum, { matching }) => sum + (matching - mean) ** 2, 0) / n,
  );
  const unit = spread > 0 ? spread : 1;
  return observations.map((one) => ({ ...one, matching: (one.matching - mean) / unit }));
}
