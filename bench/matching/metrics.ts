/** Grades of a ranking, best place first. */
export type Grades = number[];

const RELEVANT = 2;

/** Mean of the precisions at the relevant places (average precision). */
export function averagePrecision(grades: Grades): number {
  let found = 0;
  let sum = 0;
  grades.forEach((grade, at) => {
    if (grade < RELEVANT) return;
    found += 1;
    sum += found / (at + 1);
  });
  return found === 0 ? 0 : sum / found;
}

const gain = (grades: Grades, places: number): number =>
  grades.slice(0, places).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);

/** Discounted gain of the first places as a share of what the best order would have. */
export function ndcg(grades: Grades, places: number): number {
  const best = gain(
    [...grades].sort((a, b) => b - a),
    places,
  );
  return best === 0 ? 0 : gain(grades, places) / best;
}

/** Share of the relevant texts that stand among the first places. */
export function recall(grades: Grades, places: number): number {
  const relevant = (list: Grades) => list.filter((grade) => grade >= RELEVANT).length;
  const all = relevant(grades);
  return all === 0 ? 0 : relevant(grades.slice(0, places)) / all;
}

export const meanOf = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
