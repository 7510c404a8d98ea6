import { logistic } from "../numeric/logistic";
import type { Point } from "./calibration-data";

/** P at an ability, and its derivatives by b and by ln a. */
export type Slopes = { probability: number; byDifficulty: number; byLogDiscrimination: number };

export function slopesAt(
  theta: number,
  { difficulty, logDiscrimination }: Point,
  guessing: number,
): Slopes {
  const a = Math.exp(logDiscrimination);
  const distance = theta - difficulty;
  const knows = logistic(a * distance);
  const slope = (1 - guessing) * a * knows * (1 - knows);
  // Away from 0 and 1, so that what divides by P(1−P) stays finite at the ends of the grid.
  const probability = Math.min(1 - 1e-12, Math.max(1e-12, guessing + (1 - guessing) * knows));
  return { probability, byDifficulty: -slope, byLogDiscrimination: slope * distance };
}
