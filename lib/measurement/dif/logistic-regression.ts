const STEPS = 50;

export type LogisticFit = { coefficients: number[]; logLikelihood: number };

/**
 * Maximum likelihood logistic regression by iteratively reweighted least squares. `rows` are the
 * predictors, with the intercept among them. Where groups separate, the coefficients grow
 * without bound but the log-likelihood converges, which is all that a ratio test needs.
 */
export function logisticRegression(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
): LogisticFit {
  const width = rows[0]?.length ?? 0;
  let coefficients = new Array<number>(width).fill(0);
  let before = -Infinity;
  for (let step = 0; step < STEPS; step++) {
    const { gradient, information, logLikelihood } = derivatives(rows, outcomes, coefficients);
    if (Math.abs(logLikelihood - before) < 1e-10) return { coefficients, logLikelihood };
    before = logLikelihood;
    const change = solve(information, gradient);
    coefficients = coefficients.map((value, index) => value + (change[index] ?? 0));
  }
  return { coefficients, logLikelihood: before };
}

function derivatives(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  coefficients: readonly number[],
) {
  const width = coefficients.length;
  const gradient = new Array<number>(width).fill(0);
  const information = gradient.map(() => new Array<number>(width).fill(0));
  let logLikelihood = 0;
  for (const [index, row] of rows.entries()) {
    const logit = row.reduce((sum, value, k) => sum + value * (coefficients[k] ?? 0), 0);
    const probability = 1 / (1 + Math.exp(-logit));
    const right = outcomes[index] === true;
    logLikelihood -= Math.log1p(Math.exp(right ? -logit : logit));
    const weight = Math.max(1e-12, probability * (1 - probability));
    for (let i = 0; i < width; i++) {
      gradient[i] = (gradient[i] ?? 0) + (row[i] ?? 0) * ((right ? 1 : 0) - probability);
      const line = information[i] ?? [];
      for (let j = 0; j < width; j++)
        line[j] = (line[j] ?? 0) + weight * (row[i] ?? 0) * (row[j] ?? 0);
    }
  }
  return { gradient, information, logLikelihood };
}

/** Solves a small symmetric positive system by elimination; a direction without information stays 0. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0]);
  for (let pivot = 0; pivot < size; pivot++) {
    const line = rows[pivot] ?? [];
    const head = line[pivot] ?? 0;
    if (Math.abs(head) < 1e-9) continue;
    for (let other = 0; other < size; other++) {
      const target = rows[other] ?? [];
      if (other === pivot) continue;
      const factor = (target[pivot] ?? 0) / head;
      for (let k = pivot; k <= size; k++) target[k] = (target[k] ?? 0) - factor * (line[k] ?? 0);
    }
  }
  return rows.map((line, index) => {
    const head = line[index] ?? 0;
    return Math.abs(head) < 1e-9 ? 0 : (line[size] ?? 0) / head;
  });
}
