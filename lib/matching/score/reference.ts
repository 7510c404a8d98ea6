import { meanOf } from "../dense";
import type { Side } from "../weights";
import type { Described } from "./described";
import { type Moments, momentsOf, shrunk } from "./moments";
import { TermStatistics } from "./term-statistics";
import { Comparison, type Signals, type WeighedText } from "./weighed-text";

/** A text with its vector, from the same model for all that are compared. */
export type DescribedVector = { text: Described; vector: Float32Array };

type Norms = Record<keyof Signals, Moments>;

/** A query made ready: what it is compared by, and what each signal usually says of any text. */
export type PreparedQuery = {
  side: Side;
  comparison: Comparison;
  /** By the text's language and length. */
  norms: (side: Side) => Norms;
};

const groupOf = ({ language, length }: Side) => `${language} ${length}`;

/**
 * A fixed set of texts that signals are measured against. Corpus takes the texts that are ranked
 * for it, which is right for a file of texts; people are measured against the same set each time,
 * so that nobody's score depends on who else is there.
 */
export class Reference {
  readonly #mean: Float64Array;
  readonly #words: TermStatistics;
  readonly #characters: TermStatistics;
  readonly #texts: WeighedText[];

  constructor(texts: readonly DescribedVector[]) {
    const mean = meanOf(texts.map(({ vector }) => vector));
    if (!mean) throw new Error("a reference without texts");
    this.#mean = mean;
    const described = texts.map(({ text }) => text);
    this.#words = new TermStatistics(
      described.map(({ words }) => words),
      "bm25",
    );
    this.#characters = new TermStatistics(
      described.map(({ characters }) => characters),
      "tfidf",
    );
    this.#texts = texts.map((text) => this.weigh(text));
  }

  /** A text as queries are compared with it. */
  weigh({ text, vector }: DescribedVector): WeighedText {
    return {
      side: text.side,
      meaning: centredAtOne(vector, this.#mean),
      words: this.#words.weigh(text.words),
      characters: this.#characters.weigh(text.characters),
    };
  }

  prepare({ text, vector }: DescribedVector): PreparedQuery {
    const comparison = new Comparison({
      side: text.side,
      meaning: centredAtOne(vector, this.#mean),
      words: this.#words.weighQuery(text.words),
      characters: this.#characters.weighQuery(text.characters),
    });
    return { side: text.side, comparison, norms: this.#norms(comparison) };
  }

  /** Mean and deviation of each signal; of wording by group, since languages differ in it. */
  #norms(comparison: Comparison): PreparedQuery["norms"] {
    const signals = this.#texts.map((text) => comparison.signals(text));
    const whole: Norms = {
      dense: momentsOf(signals.map(({ dense }) => dense)),
      words: momentsOf(signals.map(({ words }) => words)),
      characters: momentsOf(signals.map(({ characters }) => characters)),
    };
    const groups = new Map<string, Norms>();
    for (const group of new Set(this.#texts.map(({ side }) => groupOf(side)))) {
      const own = signals.filter(
        (_, at) => groupOf((this.#texts[at] as WeighedText).side) === group,
      );
      groups.set(group, {
        dense: whole.dense,
        words: shrunk(
          own.map(({ words }) => words),
          whole.words,
        ),
        characters: shrunk(
          own.map(({ characters }) => characters),
          whole.characters,
        ),
      });
    }
    return (side) => groups.get(groupOf(side)) ?? whole;
  }
}

/** The vector without the mean, at length 1; all zeros where nothing is left. */
function centredAtOne(vector: Float32Array, mean: Float64Array): Float32Array {
  const rest = Float64Array.from(vector, (value, at) => value - (mean[at] ?? 0));
  const length = Math.hypot(...rest);
  // What remains of a vector that equals the mean is rounding, and has no direction.
  return Float32Array.from(rest, (value) => (length < 1e-6 ? 0 : value / length));
}
