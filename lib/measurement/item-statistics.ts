/** A learner's first attempt at an item, or his outcome at a case; `rest`: his score on all others. */
export type ItemOutcome = { score: number; rest: number };

export type ItemStatistics = {
  attempts: number;
  passRate: number;
  /** Correlation of the score with the score on the rest; undefined where either does not vary. */
  discrimination: number | undefined;
};

/** Classical statistics of one item. Scores are shares in [0, 1]; `pass` is what passes. */
export function itemStatistics(outcomes: readonly ItemOutcome[], pass = 1): ItemStatistics {
  const passed = outcomes.filter(({ score }) => score >= pass).length;
  return {
    attempts: outcomes.length,
    passRate: outcomes.length === 0 ? 0 : passed / outcomes.length,
    discrimination: correlation(outcomes.map(({ score, rest }) => [score, rest])),
  };
}

/** Pearson's correlation of pairs; undefined for fewer than three, or where a side is constant. */
function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  if (pairs.length < 3) return undefined;
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [a, b] of pairs) {
    xx += (a - x) ** 2;
    yy += (b - y) ** 2;
    xy += (a - x) * (b - y);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : undefined;
}
