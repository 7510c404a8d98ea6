import type { Side } from "../weights";
import type { WeightedTerms } from "./term-statistics";

/** Terms by their numbers in a table, with weights. */
export type NumberedTerms = { ids: Int32Array; weights: Float32Array };

/** A text as it is compared: its meaning, its words, its characters. */
export type WeighedText = {
  side: Side;
  /** Without the mean of the reference, at length 1. */
  meaning: Float32Array;
  words: NumberedTerms;
  characters: NumberedTerms;
};

/** What each signal says of a query and a text. */
export type Signals = { dense: number; words: number; characters: number };

/**
 * Numbers for terms, so that a query's weights lie in an array and not in a map. Which number a
 * term has makes no difference to any score: a text's terms are added in the text's own order.
 */
export class TermTable {
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.#ids.size;
  }

  numbered({ terms, weights }: WeightedTerms): NumberedTerms {
    const ids = Int32Array.from(terms, (term) => {
      const known = this.#ids.get(term);
      if (known !== undefined) return known;
      this.#ids.set(term, this.#ids.size);
      return this.#ids.size - 1;
    });
    return { ids, weights };
  }
}

/** Compares one query with many texts. */
export class Comparison {
  readonly #table: TermTable;
  readonly #query: WeighedText;
  #words = new Float32Array();
  #characters = new Float32Array();

  constructor(table: TermTable, query: WeighedText) {
    this.#table = table;
    this.#query = query;
  }

  signals({ meaning, words, characters }: WeighedText): Signals {
    // Texts that came later brought terms that the arrays have no place for.
    if (this.#words.length < this.#table.size) {
      this.#words = spread(this.#query.words, this.#table.size);
      this.#characters = spread(this.#query.characters, this.#table.size);
    }
    return {
      dense: dot(this.#query.meaning, meaning),
      words: sum(words, this.#words),
      characters: sum(characters, this.#characters),
    };
  }
}

function spread({ ids, weights }: NumberedTerms, size: number): Float32Array<ArrayBuffer> {
  const into = new Float32Array(size);
  for (let at = 0; at < ids.length; at++) into[ids[at] as number] = weights[at] as number;
  return into;
}

function sum({ ids, weights }: NumberedTerms, query: Float32Array): number {
  let total = 0;
  for (let at = 0; at < ids.length; at++) {
    total += (query[ids[at] as number] as number) * (weights[at] as number);
  }
  return total;
}

/** Four sums at once: the additions need not wait for each other. */
export function dot(a: Float32Array, b: Float32Array): number {
  const size = Math.min(a.length, b.length);
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
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
