import { damping, inverseFrequency, logarithmic, saturated, type Weighting } from "./term-weights";

type Posting = { document: number; weight: number };

function counts(terms: string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const term of terms) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

/**
 * Documents by their terms, compared with a query by BM25 or by the cosine of TF-IDF.
 */
export class TermIndex {
  readonly #postings = new Map<string, Posting[]>();
  readonly #size: number;
  readonly #weighting: Weighting;

  constructor(documents: string[][], weighting: Weighting) {
    this.#size = documents.length;
    this.#weighting = weighting;
    const bags = documents.map(counts);
    bags.forEach((bag, document) => {
      for (const [term, count] of bag) {
        const postings = this.#postings.get(term) ?? [];
        postings.push({ document, weight: count });
        this.#postings.set(term, postings);
      }
    });
    if (weighting === "bm25") this.#saturate(documents);
    else this.#normalise();
  }

  #saturate(documents: string[][]) {
    const total = documents.reduce((sum, terms) => sum + terms.length, 0);
    const average = total / Math.max(1, documents.length) || 1;
    for (const [term, postings] of this.#postings) {
      const idf = this.#idf(term);
      for (const posting of postings) {
        const length = documents[posting.document]?.length ?? 0;
        posting.weight = saturated(posting.weight, idf, damping(length, average));
      }
    }
  }

  #normalise() {
    const squares = new Float64Array(this.#size);
    for (const [term, postings] of this.#postings) {
      const idf = this.#idf(term);
      for (const posting of postings) {
        posting.weight = logarithmic(posting.weight, idf);
        squares[posting.document] = (squares[posting.document] ?? 0) + posting.weight ** 2;
      }
    }
    for (const postings of this.#postings.values()) {
      for (const posting of postings) posting.weight /= Math.sqrt(squares[posting.document] ?? 1);
    }
  }

  #idf(term: string): number {
    const holding = this.#postings.get(term)?.length ?? 0;
    return inverseFrequency(this.#weighting, this.#size, holding);
  }

  /** The score of every document. */
  scores(query: string[]): Float64Array {
    const scores = new Float64Array(this.#size);
    const bag = counts(query);
    const isCosine = this.#weighting === "tfidf";
    let squares = 0;
    for (const [term, count] of bag) {
      const weight = isCosine ? logarithmic(count, this.#idf(term)) : 1;
      squares += weight ** 2;
      for (const posting of this.#postings.get(term) ?? []) {
        scores[posting.document] = (scores[posting.document] ?? 0) + weight * posting.weight;
      }
    }
    if (!isCosine || squares === 0) return scores;
    return scores.map((score) => score / Math.sqrt(squares));
  }
}
