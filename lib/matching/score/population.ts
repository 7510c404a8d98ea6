import type { MatchContent } from "../inputs/match-content";
import { FactColumns } from "./fact-columns";
import { SkillColumns } from "./skill-columns";
import type { WeighedText } from "./weighed-text";

/** Who somebody is, and which of his inputs he is ranked by. */
export type Person = { userId: string; inputId: string };

/**
 * The people who are ranked, as the scorer reads them, in columns: a ranking reads a few numbers of
 * everybody, and numbers that lie side by side are read without waiting for memory, which an object
 * for each person would cost. Somebody keeps his row while he is there.
 */
export class Population {
  readonly facts = new FactColumns();
  readonly skills = new SkillColumns();
  readonly #people: Person[] = [];
  readonly #texts: (readonly WeighedText[])[] = [];
  readonly #rows = new Map<string, number>();
  readonly #free: number[] = [];

  /** Adds somebody, or puts what he is now in the place of what he was. Returns his row. */
  put(person: Person, content: MatchContent, texts: readonly WeighedText[]): number {
    const row = this.#rows.get(person.userId) ?? this.#free.pop() ?? this.#people.length;
    this.#rows.set(person.userId, row);
    this.#people[row] = person;
    this.#texts[row] = texts;
    this.facts.put(row, content.facts);
    this.skills.put(row, content);
    return row;
  }

  remove(userId: string): void {
    const row = this.#rows.get(userId);
    if (row === undefined) return;
    this.#rows.delete(userId);
    this.#texts[row] = [];
    this.#free.push(row);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The rows of all who are there. */
  get rows(): Uint32Array {
    return Uint32Array.from(this.#rows.values());
  }

  get userIds(): Iterable<string> {
    return this.#rows.keys();
  }

  rowOf(userId: string): number | undefined {
    return this.#rows.get(userId);
  }

  personAt(row: number): Person {
    return this.#people[row] as Person;
  }

  textsAt(row: number): readonly WeighedText[] {
    return this.#texts[row] as readonly WeighedText[];
  }
}
