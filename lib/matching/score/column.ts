type Numbers = Uint8Array | Uint16Array | Float32Array;

/**
 * Numbers by row, all 0 until they are set. `numbers` is another array once it has grown, so it is
 * read anew for each ranking; a plain array, so that a loop over rows reads nothing else.
 */
export class Column<A extends Numbers> {
  numbers: A;

  constructor(
    private readonly make: (length: number) => A,
    length = 0,
  ) {
    this.numbers = make(length);
  }

  set(row: number, value: number): void {
    if (row >= this.numbers.length) {
      const wider = this.make(2 ** Math.ceil(Math.log2(row + 2)));
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[row] = value;
  }
}

export const bytes = (length?: number) => new Column((rows) => new Uint8Array(rows), length);
export const shorts = (length?: number) => new Column((rows) => new Uint16Array(rows), length);
export const floats = (length?: number) => new Column((rows) => new Float32Array(rows), length);
