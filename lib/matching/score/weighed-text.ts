import type { Side } from "../weights";
import type { WeightedTerms } from "./term-statistics";
import { TermTable } from "./term-table";

/** A text as it is compared: its meaning, its words, its characters. */
export type WeighedText = {
  side: Side;
  /** Without the mean of the reference, at length 1. */
  meaning: Float32Array;
  words: WeightedTerms;
  characters: WeightedTerms;
};

/** What each signal says of a query and a text. */
export type Signals = { dense: number; words: number; characters: number };

/** Compares one query with many texts. */
export class Comparison {
  readonly #meaning: Float32Array;
  readonly #words: TermTable;
  readonly #characters: TermTable;

  constructor({ meaning, words, characters }: WeighedText) {
    this.#meaning = meaning;
    this.#words = new TermTable(words.ids, words.weights);
    this.#characters = new TermTable(characters.ids, characters.weights);
  }

  signals({ meaning, words, characters }: WeighedText): Signals {
    return {
      dense: dot(this.#meaning, meaning),
      words: product(this.#words, words),
      characters: product(this.#characters, characters),
    };
  }
}

/** The sum over common terms of what both sides give them. */
function product(query: TermTable, { ids, weights }: WeightedTerms): number {
  let total = 0;
  for (let at = 0; at < ids.length; at++) {
    const own = query.of(ids[at] as number);
    if (own !== 0) total += own * (weights[at] as number);
  }
  return total;
}

/** Four sums at once: the additions need not wait for each other. */
export function dot(a: Float32Array, b: Float32Array): number {
  const size = Math.min(a.length, b.length);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let at = 0;
  for (; at + 3 < size; at += 4) {
    s0 += (a[at] as number) * (b[at] as number);
    s1 += (a[at + 1] as number) * (b[at + 1] as number);
    s2 += (a[at + 2] as number) * (b[at + 2] as number);
    s3 += (a[at + 3] as number) * (b[at + 3] as number);
  }
  for (; at < size; at++) s0 += (a[at] as number) * (b[at] as number);
  return s0 + s1 + s2 + s3;
}
