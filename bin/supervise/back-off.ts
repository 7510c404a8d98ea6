const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const HEALTHY_MS = 60_000;

/** How long to wait before each restart: doubling, and from the start again after healthy time. */
export class BackOff {
  #failures = 0;

  /** @param ranMs how long the child ran before it ended; returns milliseconds to wait */
  next(ranMs: number): number {
    this.#failures = ranMs >= HEALTHY_MS ? 0 : this.#failures;
    const wait = Math.min(FIRST_MS * 2 ** this.#failures, LONGEST_MS);
    this.#failures++;
    return wait;
  }
}
