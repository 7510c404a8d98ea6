import type { Side } from "../weights";
import type { WeightedTerms } from "./term-statistics";

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
  readonly #words: TermWeights;
  readonly #characters: TermWeights;

  constructor({ meaning, words, characters }: WeighedText) {
    this.#meaning = meaning;
    this.#words = new TermWeights(words);
    this.#characters = new TermWeights(characters);
  }

  signals({ meaning, words, characters }: WeighedText): Signals {
    return {
      dense: dot(this.#meaning, meaning),
      words: this.#words.product(words),
      characters: this.#characters.product(characters),
    };
  }
}

/** A query's weights in a table of open addressing, small enough to stay in the cache. */
class TermWeights {
  readonly #keys: Uint32Array;
  readonly #weights: Float32Array;
  readonly #mask: number;

  constructor({ ids, weights }: WeightedTerms) {
    let size = 16;
    while (size < 4 * ids.length) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#weights = new Float32Array(size);
    ids.forEach((id, at) => {
      let place = id & this.#mask;
      while (this.#keys[place] !== 0) place = (place + 1) & this.#mask;
      this.#keys[place] = id;
      this.#weights[place] = weights[at] as number;
    });
  }

  product({ ids, weights }: WeightedTerms): number {
    const [keys, own, mask] = [this.#keys, this.#weights, this.#mask];
    let total = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      let place = id & mask;
      let key = keys[place] as number;
      while (key !== id && key !== 0) {
        place = (place + 1) & mask;
        key = keys[place] as number;
      }
      if (key !== 0) total += (own[place] as number) * (weights[at] as number);
    }
    return total;
  }
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
