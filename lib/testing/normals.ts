/** Draws of N(0, 1) from a generator of numbers in [0, 1) (Box & Muller 1958). */
export const normals = (next: () => number) => () =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
