/** The mean without one lowest and one highest value, where there are more than two. Throws for none. */
export function trimmedMean(values: readonly number[]): number {
  if (values.length === 0) throw new Error("a mean of nothing");
  const sorted = values.toSorted((a, b) => a - b);
  const kept = sorted.length > 2 ? sorted.slice(1, -1) : sorted;
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
