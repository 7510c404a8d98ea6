import type { Weighting } from "../term-index";

/** As in TermIndex: Robertson's values. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** A text's distinct terms, in the order in which they first stand there, with weights. */
export type WeightedTerms = { terms: string[]; weights: Float32Array };

function counts(terms: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const term of terms) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

/**
 * How common terms are in a fixed set of texts. Texts that are weighed by it do not influence each
 * other: whoever joins or leaves changes nobody's weights. The formulas are those of TermIndex.
 */
export class TermStatistics {
  readonly #holding = new Map<string, number>();
  readonly #size: number;
  readonly #average: number;
  readonly #weighting: Weighting;

  constructor(documents: readonly string[][], weighting: Weighting) {
    this.#size = documents.length;
    this.#weighting = weighting;
    const total = documents.reduce((sum, terms) => sum + terms.length, 0);
    this.#average = total / Math.max(1, this.#size) || 1;
    for (const document of documents) {
      for (const term of new Set(document)) {
        this.#holding.set(term, (this.#holding.get(term) ?? 0) + 1);
      }
    }
  }

  #idf(term: string): number {
    const holding = this.#holding.get(term) ?? 0;
    return this.#weighting === "bm25"
      ? Math.log(1 + (this.#size - holding + 0.5) / (holding + 0.5))
      : Math.log((1 + this.#size) / (1 + holding)) + 1;
  }

  /** A text that queries are compared with. */
  weigh(terms: readonly string[]): WeightedTerms {
    const bag = [...counts(terms)];
    const weights = Float32Array.from(bag, ([term, count]) =>
      this.#weighting === "bm25"
        ? this.#saturated(count, terms.length) * this.#idf(term)
        : (1 + Math.log(count)) * this.#idf(term),
    );
    return {
      terms: bag.map(([term]) => term),
      weights: this.#weighting === "bm25" ? weights : atLengthOne(weights),
    };
  }

  /** A query: for BM25 how often each term stands there, else at length 1 as texts are. */
  weighQuery(terms: readonly string[]): WeightedTerms {
    if (this.#weighting === "tfidf") return this.weigh(terms);
    const bag = [...counts(terms)];
    return {
      terms: bag.map(([term]) => term),
      weights: Float32Array.from(bag, ([, count]) => count),
    };
  }

  #saturated(count: number, length: number): number {
    const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / this.#average);
    return (count * (SATURATION + 1)) / (count + damping);
  }
}

function atLengthOne(weights: Float32Array): Float32Array {
  const length = Math.hypot(...weights);
  return length === 0 ? weights : weights.map((weight) => weight / length);
}
