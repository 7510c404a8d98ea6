import { damping, inverseFrequency, logarithmic, saturated, type Weighting } from "../term-weights";
import type { Bag } from "./bag";
import { TermTable } from "./term-table";

/** A text's distinct terms, in the order in which they first stand there, with weights. */
export type WeightedTerms = { ids: Uint32Array; weights: Float32Array };

/**
 * How common terms are in a fixed set of texts. Texts that are weighed by it do not influence each
 * other: whoever joins or leaves changes nobody's weights.
 */
export class TermStatistics {
  readonly #idf: TermTable;
  readonly #rare: number;
  readonly #average: number;
  readonly #weighting: Weighting;

  constructor(documents: readonly Bag[], weighting: Weighting) {
    this.#weighting = weighting;
    const total = documents.reduce((sum, { length }) => sum + length, 0);
    this.#average = total / Math.max(1, documents.length) || 1;
    const holding = new Map<number, number>();
    for (const { ids } of documents) {
      for (const id of ids) holding.set(id, (holding.get(id) ?? 0) + 1);
    }
    const idf = (count: number) => inverseFrequency(weighting, documents.length, count);
    this.#idf = new TermTable([...holding.keys()], [...holding.values()].map(idf));
    this.#rare = idf(0);
  }

  /** A text that queries are compared with. */
  weigh({ ids, counts, length }: Bag): WeightedTerms {
    const weights = new Float32Array(ids.length);
    const isBm25 = this.#weighting === "bm25";
    const damped = damping(length, this.#average);
    let squares = 0;
    for (let at = 0; at < ids.length; at++) {
      const count = counts[at] as number;
      const idf = this.#idf.of(ids[at] as number) || this.#rare;
      const weight = isBm25 ? saturated(count, idf, damped) : logarithmic(count, idf);
      weights[at] = weight;
      squares += weight * weight;
    }
    if (!isBm25 && squares > 0) {
      const scale = 1 / Math.sqrt(squares);
      for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) * scale;
    }
    return { ids, weights };
  }

  /** A query: for BM25 how often each term stands there, else at length 1 as texts are. */
  weighQuery(bag: Bag): WeightedTerms {
    if (this.#weighting === "tfidf") return this.weigh(bag);
    return { ids: bag.ids, weights: Float32Array.from(bag.counts) };
  }
}
