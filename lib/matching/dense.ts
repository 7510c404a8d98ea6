/** The mean of vectors of one length; null where there are none. */
export function meanOf(vectors: Float32Array[]): Float64Array | null {
  const [first] = vectors;
  if (!first) return null;
  const mean = new Float64Array(first.length);
  for (const vector of vectors) {
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (vector[at] ?? 0);
  }
  return mean.map((sum) => sum / vectors.length);
}

/** The vector without the mean, at length 1; all zeros where nothing is left. */
export function centred(vector: Float32Array, mean: Float64Array): Float64Array {
  const rest = Float64Array.from(vector, (value, at) => value - (mean[at] ?? 0));
  const length = Math.hypot(...rest);
  // What remains of a vector that equals the mean is rounding, and has no direction.
  return length < 1e-6 ? rest.fill(0) : rest.map((value) => value / length);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
