/** What is simulated; printed before the figures. */
export const SETTINGS = {
  seed: 20_260_101,
  bankSize: 200,
  banks: 40,
  learnersPerBank: 40,
  difficultySd: 1,
  /** The estimator is told b + N(0, this), and that this is the error. */
  difficultyError: 0.5,
  logDiscriminationSd: 0.3,
  lengths: [1, 2, 3, 5, 8, 12, 20, 30],
} as const;

export function printSettings(): void {
  const { seed, bankSize, banks, learnersPerBank } = SETTINGS;
  process.stdout.write(
    [
      `Simulation, seed ${seed}: ability N(0, 1); difficulty N(0, 1), known to the estimator as`,
      `b + N(0, 0.5) with error 0.5; log discrimination N(0, 0.3); ${banks} banks of ${bankSize} items,`,
      `${learnersPerBank} learners each. Bands hold 90 %.`,
      "",
    ].join("\n"),
  );
}
