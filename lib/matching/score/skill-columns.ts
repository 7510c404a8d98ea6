import type { MatchContent } from "../inputs/match-content";
import { type Column, floats } from "./column";

/** What is known of a skill: a posterior in logits, a claim from 0 to 100, or nothing. */
export type Known = { mean: number; sd: number } | { claimed: number } | null;

/** Stands in the place of a deviation where the value is a claim; 0 is nothing known. */
const CLAIM = -1;

type SkillColumn = { values: Column<Float32Array>; deviations: Column<Float32Array> };

/** The skills of everybody: for each skill a column of means and one of deviations, in logits. */
export class SkillColumns {
  readonly #columns = new Map<string, SkillColumn>();
  #rows = 0;

  put(row: number, { skills, claims }: Pick<MatchContent, "skills" | "claims">): void {
    this.#rows = Math.max(this.#rows, row + 1);
    for (const slug of this.#columns.keys()) this.#set(row, slug, 0, 0);
    for (const { slug, level } of claims) this.#set(row, slug, level, CLAIM);
    for (const { slug, mean, sd } of skills) this.#set(row, slug, mean, sd);
  }

  /** By row; a deviation above 0 is a posterior's, one below it says that the value is a claim. */
  of(slug: string): { values: Float32Array; deviations: Float32Array } | null {
    const column = this.#columns.get(slug);
    return column ? { values: column.values.numbers, deviations: column.deviations.numbers } : null;
  }

  knownAt(row: number, slug: string): Known {
    const column = this.of(slug);
    const [value = 0, deviation = 0] = [column?.values[row], column?.deviations[row]];
    if (deviation === 0) return null;
    return deviation > 0 ? { mean: value, sd: deviation } : { claimed: value };
  }

  #set(row: number, slug: string, value: number, deviation: number): void {
    let column = this.#columns.get(slug);
    if (!column) {
      column = { values: floats(this.#rows), deviations: floats(this.#rows) };
      this.#columns.set(slug, column);
    }
    column.values.set(row, value);
    column.deviations.set(row, deviation);
  }
}
