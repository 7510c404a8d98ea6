import { centred, dot, meanOf } from "./dense";
import type { DescribedText } from "./describe-text";
import { TermIndex } from "./term-index";
import { pairKind, type WeightTable } from "./weights";

/** A text with its vector, from the same model for all texts that are compared. */
export type IndexedText = { id: string; text: DescribedText; vector: Float32Array };

export type Ranked = { id: string; rank: number; score: number };

/** What each signal says of every text of the corpus, in its order. */
export type Signals = { dense: Float64Array; words: Float64Array; characters: Float64Array };

const SIGNALS = ["dense", "words", "characters"] as const;

/** Scores as distances from their mean in standard deviations; zeros where all are alike. */
function standardised(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const deviation = Math.sqrt(variance);
  return scores.map((score) => (deviation < 1e-9 ? 0 : (score - mean) / deviation));
}

/** By code units: the same on every machine, whatever its language. */
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Texts that queries are compared with. In what order they were given makes no difference. */
export class Corpus {
  readonly texts: readonly IndexedText[];
  readonly #mean: Float64Array;
  readonly #vectors: Float64Array[];
  readonly #terms: TermIndex;
  readonly #grams: TermIndex;
  readonly #englishGrams: TermIndex;

  constructor(texts: Iterable<IndexedText>) {
    this.texts = [...texts].sort(byId);
    const vectors = this.texts.map(({ vector }) => vector);
    // With a single text, taking the mean away would leave nothing of it.
    const mean = vectors.length > 1 ? meanOf(vectors) : null;
    this.#mean = mean ?? new Float64Array(vectors[0]?.length ?? 0);
    this.#vectors = vectors.map((vector) => centred(vector, this.#mean));
    const described = this.texts.map(({ text }) => text);
    this.#terms = new TermIndex(
      described.map(({ terms }) => terms),
      "bm25",
    );
    this.#grams = new TermIndex(
      described.map(({ grams }) => grams),
      "tfidf",
    );
    this.#englishGrams = new TermIndex(
      described.map(({ englishGrams }) => englishGrams),
      "tfidf",
    );
  }

  /** The three signals for a query, not yet made comparable. */
  signals({ text, vector }: Omit<IndexedText, "id">): Signals {
    const meaning = centred(vector, this.#mean);
    const [grams, english] = [
      this.#grams.scores(text.grams),
      this.#englishGrams.scores(text.englishGrams),
    ];
    const characters = grams.map((score, at) =>
      this.texts[at]?.text.language === text.language ? score : (english[at] ?? 0),
    );
    return {
      dense: Float64Array.from(this.#vectors, (each) => dot(meaning, each)),
      words: this.#terms.scores(text.terms),
      characters,
    };
  }

  /** The score of every text: its standardised signals, weighted by what query and text are. */
  scores(
    query: Omit<IndexedText, "id">,
    weights: WeightTable,
    signals = this.signals(query),
  ): Float64Array {
    const alike = Object.fromEntries(
      SIGNALS.map((name) => [name, standardised(signals[name])]),
    ) as Signals;
    return Float64Array.from(this.texts, ({ text }, at) => {
      const weight = weights[pairKind(query.text, text)];
      return SIGNALS.reduce((sum, name) => sum + weight[name] * (alike[name][at] ?? 0), 0);
    });
  }

  /** The texts, best first; equal ones share a score and go by their ids. */
  rank(query: Omit<IndexedText, "id">, weights: WeightTable): Ranked[] {
    const scores = this.scores(query, weights);
    return this.texts
      .map(({ id }, at) => ({ id, score: scores[at] ?? 0 }))
      .sort((a, b) => b.score - a.score || byId(a, b))
      .map((entry, at) => ({ ...entry, rank: at + 1 }));
  }
}
