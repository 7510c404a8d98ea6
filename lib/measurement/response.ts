/**
 * What is believed of an item: a two-parameter logistic response function with a floor,
 * P(θ) = c + (1−c)·logistic(a(θ−b)), where b ~ N(difficulty, difficultySd) in logits and
 * ln a ~ N(logDiscrimination, logDiscriminationSd). A standard deviation of 0 means known.
 */
export type ItemParameters = {
  difficulty: number;
  difficultySd: number;
  logDiscrimination: number;
  logDiscriminationSd: number;
  /** c: the chance to be right without knowing; 0 where there is nothing to guess. */
  guessing: number;
};

/** An item by its values: equal items have the same, and so what is computed for one serves all. */
export const valuesOf = (item: ItemParameters): string =>
  `${item.difficulty} ${item.difficultySd} ${item.logDiscrimination} ${item.logDiscriminationSd} ${item.guessing}`;

/** A finding on the likeness of a submission to another's. */
export type Similarity = "none" | "open" | "upheld";

/**
 * What one graded submission says of one skill. The item is the challenge, quiz or rubric as
 * a whole: its cases, questions or criteria are one testlet, and its seeded variants are one item.
 */
export type Response = {
  /** Names the evidence; the same in every skill that the submission bears on. */
  id: string;
  itemId: string;
  item: ItemParameters;
  /** Share of the points that was earned, in [0, 1]. */
  score: number;
  /** How many cases, questions or criteria the score is made of. */
  count: number;
  /** Share of the item that bears on the skill, in (0, 1]. */
  load: number;
  /** 1 for the learner's first attempt at the item. */
  attempt: number;
  /** Hints that were opened before. */
  hints: number;
  supervised: boolean;
  ageYears: number;
  similarity: Similarity;
  /** False once the verdict is superseded or withdrawn. */
  current: boolean;
};

/** Throws RangeError where a response cannot be what it says. */
export function assertResponse(response: Response): void {
  const { id, score, count, load, attempt, hints, ageYears, item } = response;
  const wrong = [
    !(score >= 0 && score <= 1) && "score lies outside [0, 1]",
    !(count >= 1) && "count is below 1",
    !(load > 0 && load <= 1) && "load lies outside (0, 1]",
    !(attempt >= 1) && "attempt is below 1",
    !(hints >= 0) && "hints are below 0",
    !(ageYears >= 0) && "age is below 0",
    !(item.guessing >= 0 && item.guessing < 1) && "guessing lies outside [0, 1)",
    !(item.difficultySd >= 0 && item.logDiscriminationSd >= 0) && "a spread is below 0",
    !Number.isFinite(item.difficulty + item.logDiscrimination) && "the item is not finite",
  ].filter((one) => one !== false);
  if (wrong.length > 0) throw new RangeError(`response ${id}: ${wrong.join(", ")}`);
}
