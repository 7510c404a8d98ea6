import { createHash } from "node:crypto";

const BLOCK = 8;

/**
 * Uniform draws that follow from a seed alone: SHA-256 over seed, label and a counter. Another
 * label is another, independent stream.
 */
export class RandomStream {
  private words: number[] = [];
  private counter = 0;

  constructor(
    private readonly seed: string,
    private readonly label: string,
  ) {}

  /** A whole number from 0 to below `bound`, without bias. */
  below(bound: number): number {
    const usable = Math.floor(2 ** 32 / bound) * bound;
    for (;;) {
      const word = this.word();
      if (word < usable) return word % bound;
    }
  }

  /** A copy in random order. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  }

  private word(): number {
    if (this.words.length === 0) {
      const digest = createHash("sha256")
        .update(`${this.seed}\0${this.label}\0${this.counter++}`)
        .digest();
      this.words = Array.from({ length: BLOCK }, (_, index) => digest.readUInt32BE(index * 4));
    }
    return this.words.pop() as number;
  }
}
