import type { MatchRequest } from "./match-request";
import { meaningOf, nearness } from "./meaning";
import type { Population } from "./population";
import { type PreparedWish, preferenceScore, prepareWishes, type Wish } from "./preferences";
import type { PreparedRequest } from "./prepare-request";
import { shareInterval } from "./skill-interval";
import {
  type PreparedSkills,
  prepareSkills,
  skillProbability,
  skillScore,
  weightOf,
} from "./skill-score";

/** Why a candidate has his score: each factor with its weight. All scores lie in 0 to 1. */
export type Explanation = {
  score: number;
  /** Where the score lies when the posterior of the skills is taken at its word: central 90 %. */
  low: number;
  high: number;
  weights: MatchRequest["weights"];
  skills: {
    slug: string;
    level: number;
    weight: number;
    must: boolean;
    probability: number;
    by: "evidence" | "claim" | "nothing";
  }[];
  meaning: number;
  wishes: { wish: Wish; detail: string; met: number }[];
};

/** Scores the people of a population, by their rows, for one role. */
export class Scorer {
  readonly #skills: PreparedSkills;
  readonly #wishes: PreparedWish[];

  constructor(
    readonly prepared: PreparedRequest,
    readonly population: Population,
  ) {
    this.#skills = prepareSkills(population.skills, prepared.request.skills);
    this.#wishes = prepareWishes(population.facts, prepared.request.wishes);
  }

  /** What meaning can add to a score at most. */
  get meaningWeight(): number {
    return this.prepared.weights.meaning;
  }

  /** All but meaning, which takes longest. */
  partial(row: number): number {
    const { skills, preferences } = this.prepared.weights;
    return (
      skills * skillScore(this.#skills, row) +
      (preferences === 0 ? 0 : preferences * preferenceScore(this.#wishes, row))
    );
  }

  full(row: number, partial: number): number {
    return partial + this.meaningWeight * this.#meaning(row);
  }

  score(row: number): number {
    return this.full(row, this.partial(row));
  }

  explain(row: number): Explanation {
    const { request, weights } = this.prepared;
    const skills = request.skills.map((asked) => {
      const known = this.population.skills.knownAt(row, asked.slug);
      const by = known === null ? "nothing" : "claimed" in known ? "claim" : "evidence";
      return { ...asked, by, probability: skillProbability(known, asked.level) } as const;
    });
    const share = shareInterval(
      skills.map(({ probability }) => probability),
      request.skills.map(weightOf),
    );
    const meaning = this.#meaning(row);
    const score = this.partial(row) + weights.meaning * meaning;
    const rest = score - weights.skills * skillScore(this.#skills, row);
    return {
      score,
      low: Math.min(score, rest + weights.skills * share.low),
      high: Math.max(score, rest + weights.skills * share.high),
      ...{ weights, skills, meaning },
      wishes:
        weights.preferences === 0
          ? []
          : this.#wishes.map(({ wish, detail, metBy }) => ({ wish, detail, met: metBy(row) })),
    };
  }

  #meaning(row: number): number {
    const { queries, table } = this.prepared;
    if (this.meaningWeight === 0) return 0;
    const near = nearness(queries, this.population.textsAt(row), table);
    return near === null ? 0 : meaningOf(near);
  }
}
