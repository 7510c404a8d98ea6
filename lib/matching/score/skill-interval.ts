/**
 * Where the share of weight that is truly met lies, given the probability of each: the ends of its
 * central 90 %. Exact for independent skills, by adding one after another (the distribution of a
 * weighted sum of Bernoulli variables). Skills of one person hang together, so the true interval is
 * rather wider.
 * @param weights whole numbers above 0
 */
export function shareInterval(
  probabilities: readonly number[],
  weights: readonly number[],
): { low: number; high: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return { low: 0, high: 0 };
  let mass = new Float64Array(total + 1);
  mass[0] = 1;
  probabilities.forEach((probability, at) => {
    const weight = weights[at] ?? 0;
    const next = new Float64Array(total + 1);
    for (let met = 0; met <= total; met++) {
      const without = (mass[met] ?? 0) * (1 - probability);
      const withIt = met >= weight ? (mass[met - weight] ?? 0) * probability : 0;
      next[met] = without + withIt;
    }
    mass = next;
  });
  return { low: quantile(mass, 0.05) / total, high: quantile(mass, 0.95) / total };
}

function quantile(mass: Float64Array, share: number): number {
  let below = 0;
  for (let met = 0; met < mass.length; met++) {
    below += mass[met] ?? 0;
    // Rounding may leave the sum a little short of 1.
    if (below >= share - 1e-12) return met;
  }
  return mass.length - 1;
}
