import { visibleTo } from "@/lib/candidates/findable-by";
import { EVENTS_CHANNEL } from "@/lib/grading/append-events";
import { modelInUse } from "@/lib/matching/inputs/model-in-use";
import { toBytes } from "@/lib/matching/inputs/vectors";
import { computeRanking, prepareStored } from "@/lib/matching/rankings/compute-ranking";
import {
  type ConditionCosts,
  digestOf,
  type RankedResult,
  type RankingBasis,
  SCORER,
} from "@/lib/matching/rankings/ranking-record";
import { type MatchRequest, matchRequest } from "@/lib/matching/score/match-request";
import { narrow, roundedCount } from "@/lib/matching/score/narrow";
import { db } from "@/lib/platform/db";
import type { EmbeddingModel, Ranking } from "@/lib/platform/prisma/client";
import { toIdBytes } from "@/lib/platform/uuid-bytes";
import { embedTexts } from "../embedding/shared-embedder";
import type { CandidateMemory } from "./candidate-memory";
import { memoryOf } from "./memory-in-use";
import { modelsToEmbedWith } from "./models";

/** As many are shown of a ranking. */
const LIMIT = 50;

/** Ranks whoever the organisation may find, and keeps all that repeats it. */
export async function rankCandidates(rankingId: string): Promise<void> {
  const ranking = await db().ranking.findFirst({ where: { id: rankingId, status: "waiting" } });
  if (!ranking?.organisationId) return;
  try {
    await rank(ranking, ranking.organisationId);
  } finally {
    await db().$executeRaw`SELECT pg_notify(${EVENTS_CHANNEL}, ${JSON.stringify({ rankingId })})`;
  }
}

async function rank(ranking: Ranking, organisationId: string): Promise<void> {
  const { id, openingId } = ranking;
  const model = (await modelInUse()) ?? ((await modelsToEmbedWith())[0] as EmbeddingModel);
  const memory = await memoryOf(model);
  const request = matchRequest.parse(ranking.request);
  const { applied, also } = await whoseAnyway(openingId);
  const basis: RankingBasis = {
    scorer: SCORER,
    ...{ modelHash: memory.modelHash, multilingual: model.multilingual },
    ...{ reference: memory.referenceHash, salt: openingId ?? id, limit: LIMIT, also },
    queries: await queriesOf(request.texts, model.setting),
  };
  const { considered, results, costs } = await rankVisible(
    { organisationId, openingId },
    (hidden) => rankOnce(memory, { request, basis, organisationId, applied, hidden }),
  );
  const inputs = toIdBytes(considered.sort());
  // Past Prisma, which may change the last bit of a number in JSON that it writes.
  await db().$executeRaw`
    UPDATE "Ranking" SET status = 'ranked', "rankedAt" = now(), considered = ${inputs},
      basis = ${JSON.stringify(basis)}::jsonb, results = ${JSON.stringify(results)}::jsonb,
      conditions = ${JSON.stringify(costs)}::jsonb, digest = ${digestOf(results)}
    WHERE id = ${id}::uuid AND status = 'waiting'`;
}

type Ranked = {
  /** The inputs of all who were ranked. */
  considered: string[];
  results: RankedResult[];
  costs: ConditionCosts;
};

type Asked = {
  request: MatchRequest;
  basis: RankingBasis;
  organisationId: string;
  applied: readonly string[];
  hidden: ReadonlySet<string>;
};

/** In one go: whoever waits in between may find others in the rows of the memory. */
function rankOnce(
  { population, consents, reference }: CandidateMemory,
  { request, basis, organisationId, applied, hidden }: Asked,
): Ranked {
  const rowsOf = (userIds: Iterable<string>) =>
    new Set(Array.from(userIds, (userId) => population.rowOf(userId)));
  const [appliedRows, hiddenRows] = [rowsOf(applied), rowsOf(hidden)];
  const findable = population.rows.filter(
    (row) =>
      (consents.mayFind(row, organisationId) ||
        (appliedRows.has(row) && consents.mayRank(row, organisationId))) &&
      !hiddenRows.has(row),
  );
  const { left, conditions } = narrow(population, findable, request.conditions);
  const prepared = prepareStored(request, basis, reference);
  return {
    considered: Array.from(left, (row) => population.personAt(row).inputId),
    results: computeRanking(prepared, population, left, basis),
    costs: {
      findable: roundedCount(findable.length),
      left: roundedCount(left.length),
      conditions: conditions.map((each) => ({ ...each, removed: roundedCount(each.removed) })),
    },
  };
}

/** Who applied for an opening, and who is placed there in any case. */
async function whoseAnyway(openingId: string | null) {
  if (openingId === null) return { applied: [], also: [] };
  const [applications, candidacies] = await Promise.all([
    db().application.findMany({ where: { openingId, status: "sent" }, select: { userId: true } }),
    db().candidacy.findMany({ where: { openingId }, select: { userId: true } }),
  ]);
  const applied = applications.map(({ userId }) => userId);
  const also = new Set([...applied, ...candidacies.map(({ userId }) => userId)]);
  return { applied, also: [...also].sort() };
}

async function queriesOf(texts: string[], setting: string): Promise<RankingBasis["queries"]> {
  const embedded = await embedTexts(
    texts.map((text, at) => ({ id: String(at), text })),
    setting,
  );
  return embedded.map(({ text, vector }, at) => ({
    ...{ text: texts[at] ?? "", coverage: text.coverage },
    vector: Buffer.from(toBytes([vector])).toString("base64"),
  }));
}

/**
 * Ranks, and looks into the database whether all who were placed may be seen: who took that back a
 * moment ago, or left, is not among those considered.
 */
async function rankVisible(
  { organisationId, openingId }: { organisationId: string; openingId: string | null },
  rankWithout: (hidden: ReadonlySet<string>) => Ranked,
): Promise<Ranked> {
  const hidden = new Set<string>();
  for (;;) {
    const ranked = rankWithout(hidden);
    const placed = ranked.results.map(({ userId }) => userId);
    const rows = await db().candidate.findMany({
      where: { userId: { in: placed }, ranked: true, ...visibleTo(organisationId, openingId) },
      select: { userId: true },
    });
    const visible = new Set(rows.map(({ userId }) => userId));
    const gone = placed.filter((userId) => !visible.has(userId));
    if (gone.length === 0) return ranked;
    for (const userId of gone) hidden.add(userId);
  }
}
