import { testOf } from "./conditions";
import type { Condition } from "./match-request";
import type { Population } from "./population";

export type Narrowed = {
  /** The rows of those who meet every condition. */
  left: Uint32Array;
  /** For each condition how many would be added if it alone were dropped. */
  conditions: { condition: Condition; removed: number }[];
};

/** Those of some rows who meet every condition, and what each condition costs. */
export function narrow(
  population: Population,
  rows: Uint32Array,
  conditions: readonly Condition[],
): Narrowed {
  const tests = conditions.map((condition) => testOf(population, condition));
  const removed = conditions.map(() => 0);
  const left = rows.filter((row) => {
    let missed = -1;
    let misses = 0;
    for (let at = 0; at < tests.length && misses < 2; at++) {
      if (tests[at]?.(row)) continue;
      missed = at;
      misses += 1;
    }
    if (misses === 1) removed[missed] = (removed[missed] ?? 0) + 1;
    return misses === 0;
  });
  return {
    left,
    conditions: conditions.map((condition, at) => ({ condition, removed: removed[at] ?? 0 })),
  };
}

/**
 * A count that does not point at a person: to the nearest 5, and of fewer than 5 only that there
 * are few. 0 stays 0.
 */
export const roundedCount = (count: number): number | "few" =>
  count === 0 ? 0 : count < 5 ? "few" : Math.round(count / 5) * 5;
