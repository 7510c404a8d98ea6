/**
 * Which of many tests to believe, so that of those believed at most a share `level` is expected to be
 * chance (Benjamini & Hochberg, Controlling the false discovery rate, JRSS B 57, 1995).
 */
export function discoveries(pValues: readonly number[], level = 0.05): boolean[] {
  const sorted = pValues.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, index) => p <= (level * (index + 1)) / sorted.length);
  const bound = last < 0 ? -1 : (sorted[last] ?? -1);
  return pValues.map((p) => p <= bound);
}
