import type { WeightTable } from "../weights";
import type { MatchRequest } from "./match-request";
import type { PreparedQuery } from "./reference";

/** A role made ready for scoring. */
export type PreparedRequest = {
  request: MatchRequest;
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
  return { request, queries, table, weights };
}
