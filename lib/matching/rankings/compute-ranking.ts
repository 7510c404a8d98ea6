import { readText } from "../describe-text";
import { fromBytes } from "../inputs/vectors";
import { describedBy } from "../score/described";
import type { MatchRequest } from "../score/match-request";
import type { Population } from "../score/population";
import { type PreparedRequest, prepareRequest } from "../score/prepare-request";
import type { Reference } from "../score/reference";
import { Scorer } from "../score/scorer";
import { topScores } from "../score/top-scores";
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

/** Ranks some rows, with every factor of each; the one road of a ranking and of its replay. */
export function computeRanking(
  prepared: PreparedRequest,
  population: Population,
  rows: Uint32Array,
  { limit, also, salt }: RankingBasis,
): RankedResult[] {
  const scorer = new Scorer(prepared, population);
  return topScores(scorer, rows, { limit, also, salt }).map(({ row, rank }) => ({
    ...{ ...population.personAt(row), rank },
    ...scorer.explain(row),
  }));
}
