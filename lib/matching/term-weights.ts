/** BM25 (Robertson and others, TREC-3, 1994), or TF-IDF with logarithmic counts, as vectors. */
export type Weighting = "bm25" | "tfidf";

/** Robertson's usual values: how soon a repeated term stops counting, and how far length is made up for. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** How much it says that a text holds a term which `holding` of `size` texts hold; never negative. */
export const inverseFrequency = (weighting: Weighting, size: number, holding: number): number =>
  weighting === "bm25"
    ? Math.log(1 + (size - holding + 0.5) / (holding + 0.5))
    : Math.log((1 + size) / (1 + holding)) + 1;

/** What damps counts in a text of so many terms, where texts have so many on average. */
export const damping = (length: number, average: number): number =>
  SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average);

export const saturated = (count: number, idf: number, damped: number): number =>
  (idf * count * (SATURATION + 1)) / (count + damped);

export const logarithmic = (count: number, idf: number): number => (1 + Math.log(count)) * idf;
