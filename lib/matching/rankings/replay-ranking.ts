import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { fromIdBytes } from "@/lib/platform/uuid-bytes";
import { putInput } from "../inputs/put-input";
import { readReference } from "../inputs/read-reference";
import { matchRequest } from "../score/match-request";
import { Population } from "../score/population";
import { computeRanking, prepareStored } from "./compute-ranking";
import {
  digestOf,
  type RankedResult,
  rankedResult,
  rankedResults,
  rankingBasis,
  SCORER,
} from "./ranking-record";

export type Replay = {
  rankingId: string;
  /** `identical`: to the bit. `input_erased`: so is all that is left of it. */
  outcome: "identical" | "input_erased" | "different" | "other_scorer";
  considered: number;
  /** Inputs of people who had themselves erased. */
  erased: number;
  scorer: { ranked: number; now: number };
  modelHash: string;
  reference: string;
  digest: { ranked: string; now: string };
};

const BATCH = 1_000;

/** Repeats a ranking from what was stored of it, without any index. Throws ranking_not_found. */
export async function replayRanking(rankingId: string): Promise<Replay> {
  const row = await db().ranking.findFirst({ where: { id: rankingId, status: "ranked" } });
  if (!row?.considered) throw notFound("ranking_not_found");
  const basis = rankingBasis.parse(row.basis);
  const reference = await readReference(basis.reference);
  const prepared = prepareStored(matchRequest.parse(row.request), basis, reference);
  const ids = fromIdBytes(row.considered);
  const population = new Population();
  for (let at = 0; at < ids.length; at += BATCH) {
    const inputs = await db().matchInput.findMany({
      where: { id: { in: ids.slice(at, at + BATCH) } },
    });
    for (const input of inputs) putInput(population, input, reference);
  }
  const erased = ids.length - population.size;
  const then = rankedResults.parse(row.results);
  const now = computeRanking(prepared, population, population.rows, basis);
  return {
    ...{ rankingId, considered: ids.length, erased },
    outcome: outcomeOf(basis.scorer, erased, then, now, row.digest),
    scorer: { ranked: basis.scorer, now: SCORER },
    ...{ modelHash: basis.modelHash, reference: basis.reference },
    digest: { ranked: row.digest ?? "", now: digestOf(now) },
  };
}

function outcomeOf(
  scorer: number,
  erased: number,
  then: RankedResult[],
  now: RankedResult[],
  digest: string | null,
): Replay["outcome"] {
  if (scorer !== SCORER) return "other_scorer";
  if (erased === 0)
    return digestOf(now) === digest && digestOf(then) === digest ? "identical" : "different";
  const again = new Map(now.map((one) => [one.inputId, withoutRank(one)]));
  const same = then.every((one) => {
    const repeated = again.get(one.inputId);
    return repeated === undefined || repeated === withoutRank(one);
  });
  return same ? "input_erased" : "different";
}

/** Where somebody was erased others moved up; what each had is as it was. */
const withoutRank = (one: RankedResult) => JSON.stringify(rankedResult.parse({ ...one, rank: 0 }));
