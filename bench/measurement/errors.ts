import type { Estimate } from "@/lib/measurement/estimate";

/** What became of estimates of known abilities. */
export type Accuracy = { bias: number; rmse: number; coverage: number };

/** Collects estimates beside the true abilities. */
export class Errors {
  private count = 0;
  private sum = 0;
  private squares = 0;
  private covered = 0;

  add({ mean, band }: Pick<Estimate, "mean" | "band">, theta: number): void {
    const error = mean - theta;
    this.count += 1;
    this.sum += error;
    this.squares += error * error;
    if (band.low <= theta && theta <= band.high) this.covered += 1;
  }

  accuracy(): Accuracy {
    return {
      bias: this.sum / this.count,
      rmse: Math.sqrt(this.squares / this.count),
      coverage: this.covered / this.count,
    };
  }
}
