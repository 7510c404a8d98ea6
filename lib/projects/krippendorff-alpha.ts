/**
 * Krippendorff's alpha for ordinal levels: 1 is full agreement, 0 what chance would give, below 0
 * systematic disagreement. `units` are the levels that each unit got; units with fewer than two
 * are passed over. Null where nothing can be compared or all levels are the same.
 * Krippendorff, Content Analysis (4th ed., 2018), chapter 12; coincidences weighted by 1/(m − 1).
 */
export function krippendorffAlpha(units: readonly (readonly number[])[]): number | null {
  const paired = units.filter((levels) => levels.length > 1);
  const counts = new Map<number, number>();
  for (const level of paired.flat()) counts.set(level, (counts.get(level) ?? 0) + 1);
  const total = paired.flat().length;
  const distance = ordinalDistance(counts);
  const observed =
    sum(paired.map((levels) => sum(pairsOf(levels).map(distance)) / (levels.length - 1))) / total;
  const seen = [...counts.keys()];
  const expected =
    sum(
      seen.flatMap((a) =>
        seen.map((b) => (counts.get(a) ?? 0) * (counts.get(b) ?? 0) * distance([a, b])),
      ),
    ) /
    (total * (total - 1));
  return expected > 0 ? 1 - observed / expected : null;
}

type Pair = readonly [number, number];

/** Squared number of marks between two levels, those on the levels themselves counted half. */
function ordinalDistance(counts: Map<number, number>) {
  const order = [...counts.keys()].toSorted((a, b) => a - b);
  return ([a, b]: Pair): number => {
    const between = order.filter((one) => one >= Math.min(a, b) && one <= Math.max(a, b));
    const within = sum(between.map((one) => counts.get(one) ?? 0));
    return (within - ((counts.get(a) ?? 0) + (counts.get(b) ?? 0)) / 2) ** 2;
  };
}

/** Every ordered pair of different raters. */
const pairsOf = (levels: readonly number[]): Pair[] =>
  levels.flatMap((a, i) => levels.flatMap((b, j): Pair[] => (i === j ? [] : [[a, b]])));

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
