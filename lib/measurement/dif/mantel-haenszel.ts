import { chiSquareTail } from "../numeric/chi-square";

export type Group = "reference" | "focal";

/** One learner at one item: right or wrong, and what he is matched by with the other group. */
export type DifObservation = { group: Group; right: boolean; matching: number };

/** Educational Testing Service's classes: negligible, moderate, large. */
export type DifClass = "A" | "B" | "C";

export type MantelHaenszel = {
  /** Common odds ratio, above 1 where the item favours the reference group. */
  oddsRatio: number;
  /** −2.35·ln of it, on ETS' scale of difficulty: below 0 where the item is against the focal group. */
  delta: number;
  deltaError: number;
  chiSquare: number;
  p: number;
  difClass: DifClass;
};

type Table = { a: number; b: number; c: number; d: number };

/**
 * Uniform DIF by Mantel & Haenszel's test with continuity correction (Holland & Thayer, Differential
 * item performance and the Mantel-Haenszel procedure, 1988), error by Robins, Breslow & Greenland
 * 1986, classes as in Zieky 1993: C from |Δ| 1.5 if significantly above 1, A below 1 or where not
 * significantly off 0 at 5 %. Strata are of equal size by the matching value, equal values together; so few that
 * both groups stand in each also where a short test gives few different values.
 * Undefined where the groups do not overlap enough for an odds ratio.
 */
export function mantelHaenszel(
  observations: readonly DifObservation[],
  strata = 10,
): MantelHaenszel | undefined {
  return fromTables(tables(observations, strata));
}

/** The 2×2 tables, each (reference right, wrong, focal right, wrong). Those of one group say nothing. */
function tables(observations: readonly DifObservation[], strata: number): Table[] {
  const sorted = observations.toSorted((x, y) => x.matching - y.matching);
  const size = sorted.length / strata;
  const found: Table[] = [];
  let current: Table | undefined;
  let next = 0;
  for (const [index, { group, right, matching }] of sorted.entries()) {
    if (!current || (index >= next && matching > (sorted[index - 1]?.matching ?? -Infinity))) {
      current = { a: 0, b: 0, c: 0, d: 0 };
      found.push(current);
      while (next <= index) next += size;
    }
    const cell = group === "reference" ? (right ? "a" : "b") : right ? "c" : "d";
    current[cell] += 1;
  }
  return found.filter(({ a, b, c, d }) => a + b > 0 && c + d > 0);
}

/** The statistics of 2×2 tables. */
export function fromTables(all: readonly Table[]): MantelHaenszel | undefined {
  let [right, expected, variance] = [0, 0, 0];
  let [r, s, pr, mixed, qs] = [0, 0, 0, 0, 0];
  for (const { a, b, c, d } of all) {
    const n = a + b + c + d;
    right += a;
    expected += ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
    const [p, q] = [(a + d) / n, (b + c) / n];
    const [ad, bc] = [(a * d) / n, (b * c) / n];
    r += ad;
    s += bc;
    pr += p * ad;
    mixed += p * bc + q * ad;
    qs += q * bc;
  }
  if (!(r > 0 && s > 0 && variance > 0)) return undefined;
  const chiSquare = Math.max(0, Math.abs(right - expected) - 0.5) ** 2 / variance;
  const logError = Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
  const delta = -2.35 * Math.log(r / s);
  const deltaError = 2.35 * logError;
  const p = chiSquareTail(chiSquare, 1);
  const difClass = classOf(Math.abs(delta), deltaError, p);
  return { oddsRatio: r / s, delta, deltaError, chiSquare, p, difClass };
}

function classOf(size: number, error: number, p: number): DifClass {
  if (size < 1 || p >= 0.05) return "A";
  return size >= 1.5 && size - 1.645 * error > 1 ? "C" : "B";
}
