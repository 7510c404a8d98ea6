import type { MatchContent } from "../inputs/match-content";

/** What is known of a skill: a posterior in logits, a claim from 0 to 100, or nothing. */
export type Known = { mean: number; sd: number } | { claimed: number } | null;

const places = new Map<string, number>();

/** The place of a skill in the arrays below, in this process. */
export function placeOf(slug: string): number {
  const known = places.get(slug);
  if (known !== undefined) return known;
  places.set(slug, places.size);
  return places.size - 1;
}

/**
 * A person's skills in one array, since they are read for everybody in every ranking: mean and
 * deviation of each place; a deviation of 0 is nothing known, and one below it a claim.
 */
export class KnownSkills {
  readonly #values: Float32Array;

  constructor(skills: MatchContent["skills"], claims: MatchContent["claims"]) {
    const last = Math.max(-1, ...[...skills, ...claims].map(({ slug }) => placeOf(slug)));
    this.#values = new Float32Array(2 * (last + 1));
    for (const { slug, level } of claims) this.#put(slug, level, -1);
    for (const { slug, mean, sd } of skills) this.#put(slug, mean, sd);
  }

  #put(slug: string, first: number, second: number) {
    const at = 2 * placeOf(slug);
    this.#values[at] = first;
    this.#values[at + 1] = second;
  }

  /** The mean in logits, or the claim. */
  valueAt(place: number): number {
    return this.#values[2 * place] ?? 0;
  }

  /** Above 0 the deviation in logits; 0: nothing known; below: a claim. */
  deviationAt(place: number): number {
    return this.#values[2 * place + 1] ?? 0;
  }

  of(slug: string): Known {
    const deviation = this.deviationAt(placeOf(slug));
    const value = this.valueAt(placeOf(slug));
    if (deviation === 0) return null;
    return deviation > 0 ? { mean: value, sd: deviation } : { claimed: value };
  }
}
