import { meets } from "./conditions";
import type { Condition } from "./match-request";
import type { Contender } from "./top-scores";

export type Narrowed<C> = {
  left: C[];
  /** For each condition how many would be added if it alone were dropped. */
  conditions: { condition: Condition; removed: number }[];
};

/** Those who meet every condition, and what each condition costs. */
export function narrow<C extends Contender>(
  contenders: readonly C[],
  conditions: readonly Condition[],
): Narrowed<C> {
  if (conditions.length === 0) return { left: [...contenders], conditions: [] };
  const removed = conditions.map(() => 0);
  const left: C[] = [];
  for (const contender of contenders) {
    let missed = -1;
    let misses = 0;
    for (let at = 0; at < conditions.length && misses < 2; at++) {
      if (meets(contender.facts, contender.known, conditions[at] as Condition)) continue;
      missed = at;
      misses += 1;
    }
    if (misses === 0) left.push(contender);
    else if (misses === 1) removed[missed] = (removed[missed] ?? 0) + 1;
  }
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
