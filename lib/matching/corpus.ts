import { centred, dot, meanOf } from "./dense";
import type { ReadText } from "./describe-text";
import { TermIndex } from "./term-index";
import { type WeightTable, weightsOf } from "./weights";

/** A text with its vector, from the same model for all texts that are compared. */
export type IndexedText = { id: string; text: ReadText; vector: Float32Array };

export type Query = Omit<IndexedText, "id">;

export type Ranked = { id: string; rank: number; score: number };

/** What each signal says of every text of the corpus, in its order. */
export type Signals = { dense: Float64Array; words: Float64Array; characters: Float64Array };

const SIGNALS = ["dense", "words", "characters"] as const;

/** What a group is taken to know of itself beside the whole: this many texts of the whole stand in. */
const SHRINKAGE = 10;

type Moments = { mean: number; variance: number };

function moments(scores: number[]): Moments {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(1, scores.length) };
}

/**
 * Scores as distances from a mean in standard deviations, zeros where all are alike. Mean and
 * deviation are those of the text's group, drawn to those of all texts while the group is small:
 * a query has more letters in common with texts of its own language, which says nothing of them.
 */
function standardised(scores: Float64Array, groups: number[][]): Float64Array {
  const all = moments([...scores]);
  const result = new Float64Array(scores.length);
  for (const members of groups) {
    const own = moments(members.map((at) => scores[at] ?? 0));
    const share = members.length / (members.length + SHRINKAGE);
    const mean = share * own.mean + (1 - share) * all.mean;
    const deviation = Math.sqrt(share * own.variance + (1 - share) * all.variance);
    if (deviation < 1e-9) continue;
    for (const at of members) result[at] = ((scores[at] ?? 0) - mean) / deviation;
  }
  return result;
}

/** By code units: the same on every machine, whatever its language. */
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The places of texts that share a name. */
function groupedBy(texts: readonly IndexedText[], name: (text: IndexedText) => string): number[][] {
  const groups = new Map<string, number[]>();
  texts.forEach((text, at) => {
    const members = groups.get(name(text));
    if (members) members.push(at);
    else groups.set(name(text), [at]);
  });
  return [...groups.values()];
}

/** Texts that queries are compared with. In what order they were given makes no difference. */
export class Corpus {
  readonly texts: readonly IndexedText[];
  readonly #mean: Float64Array;
  readonly #vectors: Float64Array[];
  readonly #groups: number[][];
  readonly #whole: number[][];
  readonly #terms: TermIndex;
  readonly #grams: TermIndex;

  constructor(texts: Iterable<IndexedText>) {
    this.texts = [...texts].sort(byId);
    const vectors = this.texts.map(({ vector }) => vector);
    // With a single text, taking the mean away would leave nothing of it.
    const mean = vectors.length > 1 ? meanOf(vectors) : null;
    this.#mean = mean ?? new Float64Array(vectors[0]?.length ?? 0);
    this.#vectors = vectors.map((vector) => centred(vector, this.#mean));
    this.#whole = [this.texts.map((_, at) => at)];
    this.#groups = groupedBy(this.texts, ({ text }) => `${text.language} ${text.length}`);
    const described = this.texts.map(({ text }) => text);
    this.#terms = new TermIndex(
      described.map(({ terms }) => terms),
      "bm25",
    );
    this.#grams = new TermIndex(
      described.map(({ grams }) => grams),
      "tfidf",
    );
  }

  /** The three signals for a query, not yet made comparable. */
  signals({ text, vector }: Query): Signals {
    const meaning = centred(vector, this.#mean);
    return {
      dense: Float64Array.from(this.#vectors, (each) => dot(meaning, each)),
      words: this.#terms.scores(text.terms),
      characters: this.#grams.scores(text.grams),
    };
  }

  /** Signals made comparable. Meaning needs no groups: it is the same in every language. */
  comparable({ dense, words, characters }: Signals): Signals {
    return {
      dense: standardised(dense, this.#whole),
      words: standardised(words, this.#groups),
      characters: standardised(characters, this.#groups),
    };
  }

  /** The score of every text: its signals, weighted by what query and text are to each other. */
  scores(query: Query, weights: WeightTable): Float64Array {
    const signals = this.comparable(this.signals(query));
    return Float64Array.from(this.texts, ({ text }, at) => {
      const weight = weightsOf(query.text, text, weights);
      const sum = SIGNALS.reduce(
        (total, name) => total + weight[name] * (signals[name][at] ?? 0),
        0,
      );
      // Several signals together spread less than one; here all kinds of pairs spread alike.
      return sum / Math.hypot(weight.dense, weight.words, weight.characters);
    });
  }

  /** The texts, best first; equal ones share a score and go by their ids. */
  rank(query: Query, weights: WeightTable): Ranked[] {
    const scores = this.scores(query, weights);
    return this.texts
      .map(({ id }, at) => ({ id, score: scores[at] ?? 0 }))
      .sort((a, b) => b.score - a.score || byId(a, b))
      .map((entry, at) => ({ ...entry, rank: at + 1 }));
  }
}
