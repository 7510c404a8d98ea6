import type { MatchFacts } from "../inputs/match-content";
import type { WeightTable } from "../weights";
import type { KnownSkills } from "./known-skills";
import type { MatchRequest } from "./match-request";
import { meaningOf, nearness } from "./meaning";
import { preferenceScore, type Wish, wishesMet } from "./preferences";
import type { PreparedQuery } from "./reference";
import { shareInterval } from "./skill-interval";
import {
  type PreparedSkills,
  prepareSkills,
  skillProbability,
  skillScore,
  weightOf,
} from "./skill-score";
import type { WeighedText } from "./weighed-text";

/** A candidate as the scorer reads him. */
export type Matchable = {
  facts: MatchFacts;
  known: KnownSkills;
  texts: readonly WeighedText[];
};

/** A role made ready for scoring. */
export type PreparedRequest = {
  request: MatchRequest;
  skills: PreparedSkills;
  queries: PreparedQuery[];
  table: WeightTable;
  /** Of the parts that the role asks for at all; they sum to 1. */
  weights: MatchRequest["weights"];
};

export function prepareRequest(
  request: MatchRequest,
  queries: PreparedQuery[],
  table: WeightTable,
): PreparedRequest {
  const { skills, meaning, preferences } = request.weights;
  const { wishes } = request;
  const asked = {
    skills: request.skills.length > 0 ? skills : 0,
    meaning: queries.length > 0 ? meaning : 0,
    preferences:
      wishes.country !== "" ||
      wishes.workPlaces.length > 0 ||
      wishes.languages.length > 0 ||
      wishes.experience > 0 ||
      wishes.availability
        ? preferences
        : 0,
  };
  const total = asked.skills + asked.meaning + asked.preferences || 1;
  const weights = {
    skills: asked.skills / total,
    meaning: asked.meaning / total,
    preferences: asked.preferences / total,
  };
  return { request, skills: prepareSkills(request.skills), queries, table, weights };
}

export const meaningScore = (
  { queries, table }: PreparedRequest,
  texts: readonly WeighedText[],
): number => {
  const near = nearness(queries, texts, table);
  return near === null ? 0 : meaningOf(near);
};

/** All but meaning, which takes longest. */
export const partialScore = (prepared: PreparedRequest, { facts, known }: Matchable): number =>
  prepared.weights.skills * skillScore(prepared.skills, known) +
  (prepared.weights.preferences === 0
    ? 0
    : prepared.weights.preferences * preferenceScore(facts, prepared.request.wishes));

export const fullScore = (
  prepared: PreparedRequest,
  partial: number,
  texts: readonly WeighedText[],
): number =>
  prepared.weights.meaning === 0
    ? partial
    : partial + prepared.weights.meaning * meaningScore(prepared, texts);

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

export function explain(prepared: PreparedRequest, candidate: Matchable): Explanation {
  const { request, weights } = prepared;
  const skills = request.skills.map((asked) => {
    const known = candidate.known.of(asked.slug);
    const by = known === null ? "nothing" : "claimed" in known ? "claim" : "evidence";
    return { ...asked, by, probability: skillProbability(known, asked.level) } as const;
  });
  const share = shareInterval(
    skills.map(({ probability }) => probability),
    request.skills.map(weightOf),
  );
  const partial = partialScore(prepared, candidate);
  const score = fullScore(prepared, partial, candidate.texts);
  const rest = score - weights.skills * skillScore(prepared.skills, candidate.known);
  return {
    score,
    low: Math.min(score, rest + weights.skills * share.low),
    high: Math.max(score, rest + weights.skills * share.high),
    ...{ weights, skills },
    meaning: weights.meaning === 0 ? 0 : meaningScore(prepared, candidate.texts),
    wishes: weights.preferences === 0 ? [] : wishesMet(candidate.facts, request.wishes),
  };
}
