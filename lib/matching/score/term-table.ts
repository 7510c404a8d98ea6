/** Numbers by term in a table of open addressing, small enough to stay in the cache. */
export class TermTable {
  readonly #keys: Uint32Array;
  readonly #values: Float64Array;
  readonly #mask: number;

  /** @param ids distinct, none of them 0 */
  constructor(ids: ArrayLike<number>, values: ArrayLike<number>) {
    let size = 16;
    while (size < 4 * ids.length) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#values = new Float64Array(size);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      let place = id & this.#mask;
      while (this.#keys[place] !== 0) place = (place + 1) & this.#mask;
      this.#keys[place] = id;
      this.#values[place] = values[at] as number;
    }
  }

  /** The number of a term; 0 where it has none. */
  of(id: number): number {
    const keys = this.#keys;
    const mask = this.#mask;
    let place = id & mask;
    let key = keys[place] as number;
    while (key !== id && key !== 0) {
      place = (place + 1) & mask;
      key = keys[place] as number;
    }
    return key === 0 ? 0 : (this.#values[place] as number);
  }
}
