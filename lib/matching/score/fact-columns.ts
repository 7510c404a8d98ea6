import { AVAILABILITIES, LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import type { MatchFacts } from "../inputs/match-content";
import { bytes, type Column, shorts } from "./column";

type WorkPlace = (typeof WORK_PLACES)[number];
type Availability = (typeof AVAILABILITIES)[number];
type WantedLanguage = { language: string; level: (typeof LANGUAGE_LEVELS)[number] };

/** Two letters as one number; 0 where no country is given. */
const codeOf = (country: string): number =>
  country.length === 2 ? 256 * country.charCodeAt(0) + country.charCodeAt(1) : 0;

/** A bit for each place. */
const bitsOf = (places: readonly WorkPlace[]): number =>
  places.reduce((bits, place) => bits | (1 << WORK_PLACES.indexOf(place)), 0);

/**
 * The facts of everybody in columns. What is asked of them is made ready once, as a test of a row.
 */
export class FactColumns {
  readonly #countries = shorts();
  readonly #relocates = bytes();
  readonly #workPlaces = bytes();
  readonly #availabilities = bytes();
  readonly #experience = shorts();
  /** The place of the level in the list of levels, from 1; by language. */
  readonly #languages = new Map<string, Column<Uint8Array>>();

  put(row: number, facts: MatchFacts): void {
    this.#countries.set(row, codeOf(facts.country));
    this.#relocates.set(row, facts.relocates ? 1 : 0);
    this.#workPlaces.set(row, bitsOf(facts.workPlaces));
    this.#availabilities.set(row, AVAILABILITIES.indexOf(facts.availability));
    this.#experience.set(row, Math.min(0xffff, facts.experience));
    for (const column of this.#languages.values()) column.set(row, 0);
    for (const { language, level } of facts.languages) {
      const column = this.#languages.get(language) ?? bytes(this.#countries.numbers.length);
      this.#languages.set(language, column);
      const before = column.numbers[row] ?? 0;
      column.set(row, Math.max(before, 1 + LANGUAGE_LEVELS.indexOf(level)));
    }
  }

  /** Lives there, or would move there. */
  reaches(country: string): (row: number) => boolean {
    const code = codeOf(country);
    const [countries, relocates] = [this.#countries.numbers, this.#relocates.numbers];
    return (row) => countries[row] === code || relocates[row] === 1;
  }

  worksAt(places: readonly WorkPlace[]): (row: number) => boolean {
    const bits = bitsOf(places);
    const workPlaces = this.#workPlaces.numbers;
    return (row) => ((workPlaces[row] as number) & bits) !== 0;
  }

  /** Speaks it at least so well. */
  speaks({ language, level }: WantedLanguage): (row: number) => boolean {
    const levels = this.#languages.get(language)?.numbers;
    const least = 1 + LANGUAGE_LEVELS.indexOf(level);
    return levels ? (row) => (levels[row] as number) >= least : () => false;
  }

  /** The place of each availability in the list of them, by row. */
  get availabilities(): Uint8Array {
    return this.#availabilities.numbers;
  }

  isAvailableBy(atLatest: Availability): (row: number) => boolean {
    const last = AVAILABILITIES.indexOf(atLatest);
    const { availabilities } = this;
    return (row) => (availabilities[row] as number) <= last;
  }

  /** Months of work, by row. */
  get experience(): Uint16Array {
    return this.#experience.numbers;
  }
}
