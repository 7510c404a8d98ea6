/** Nodes and weights of a rule for an expectation; the weights add up to 1. */
export type Quadrature = { nodes: number[]; weights: number[] };

const STEPS = 100;

/**
 * Gauss-Hermite rule for the standard normal: Σ w·f(x) is E f(X), exact for polynomials up to
 * degree 2n−1. Nodes ascend. Newton's method on the orthonormal polynomials (Press et al.,
 * Numerical Recipes, 3rd ed. 2007, section 4.6), rescaled from weight exp(−x²) to the density.
 */
export function gaussHermite(size: number): Quadrature {
  const found: { node: number; weight: number }[] = [];
  const half = Math.floor((size + 1) / 2);
  let z = 0;
  for (let index = 0; index < half; index++) {
    z = startingPoint(size, index, z, found);
    const slope = polish(size, z);
    z = slope.root;
    const weight = 2 / (slope.derivative * slope.derivative) / Math.sqrt(Math.PI);
    found.push({ node: z, weight });
  }
  const mirrored = found
    .slice(0, Math.floor(size / 2))
    .map(({ node, weight }) => ({ node: -node, weight }));
  const all = [...mirrored, ...found.slice().reverse()];
  return {
    nodes: all.map(({ node }) => node * Math.SQRT2),
    weights: all.map(({ weight }) => weight),
  };
}

/** Where to begin for the largest roots, and from there by extrapolation. */
function startingPoint(size: number, index: number, z: number, found: { node: number }[]): number {
  const root = (back: number) => found[index - back]?.node ?? 0;
  const width = 2 * size + 1;
  if (size % 2 === 1 && index === (size - 1) / 2) return 0;
  if (index === 0) return Math.sqrt(width) - 1.85575 * width ** -0.16667;
  if (index === 1) return z - (1.14 * size ** 0.426) / z;
  if (index === 2) return 1.86 * z - 0.86 * root(2);
  if (index === 3) return 1.91 * z - 0.91 * root(2);
  return 2 * z - root(2);
}

/** The root nearest to z of the orthonormal polynomial, and the slope there. */
function polish(size: number, z: number): { root: number; derivative: number } {
  let root = z;
  for (let step = 0; step < STEPS; step++) {
    let value = Math.PI ** -0.25;
    let before = 0;
    for (let degree = 0; degree < size; degree++) {
      const next =
        root * Math.sqrt(2 / (degree + 1)) * value - Math.sqrt(degree / (degree + 1)) * before;
      before = value;
      value = next;
    }
    const derivative = Math.sqrt(2 * size) * before;
    const change = value / derivative;
    root -= change;
    if (Math.abs(change) < 1e-14) return { root, derivative };
  }
  throw new Error(`no Gauss-Hermite rule of ${size} nodes`);
}
