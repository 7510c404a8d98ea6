import { readText } from "../describe-text";
import { fromBytes } from "../inputs/vectors";
import { describedBy } from "../score/described";
import type { MatchRequest } from "../score/match-request";
import type { Reference } from "../score/reference";
import { explain, type PreparedRequest, prepareRequest } from "../score/score-candidate";
import { type Contender, topScores } from "../score/top-scores";
import { weightsFor } from "../weight-table";
import type { RankedResult, RankingBasis } from "./ranking-record";

/** The request made ready, from nothing but what is stored of it. */
export function prepareStored(
  request: MatchRequest,
  { queries, multilingual }: RankingBasis,
  reference: Reference,
): PreparedRequest {
  const prepared = queries.map(({ text, coverage, vector }) =>
    reference.prepare({
      text: describedBy(readText(text, coverage)),
      vector: fromBytes(Buffer.from(vector, "base64"), 1)[0] as Float32Array,
    }),
  );
  return prepareRequest(request, prepared, weightsFor(multilingual));
}

/** Ranks contenders, with every factor of each; the one road of a ranking and of its replay. */
export function computeRanking(
  prepared: PreparedRequest,
  contenders: readonly (Contender & { inputId: string })[],
  { limit, also, salt }: RankingBasis,
): RankedResult[] {
  const placed = topScores(prepared, contenders, { limit, also: new Set(also), salt });
  return placed.map(({ contender, rank }) => ({
    ...{ userId: contender.userId, inputId: contender.inputId, rank },
    ...explain(prepared, contender),
  }));
}
