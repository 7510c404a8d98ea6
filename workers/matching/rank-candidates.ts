import { visibleTo } from "@/lib/candidates/findable-by";
import { EVENTS_CHANNEL } from "@/lib/grading/append-events";
import { modelInUse } from "@/lib/matching/inputs/model-in-use";
import { toBytes } from "@/lib/matching/inputs/vectors";
import { computeRanking, prepareStored } from "@/lib/matching/rankings/compute-ranking";
import {
  digestOf,
  type RankedResult,
  type RankingBasis,
  SCORER,
} from "@/lib/matching/rankings/ranking-record";
import { matchRequest } from "@/lib/matching/score/match-request";
import { narrow, roundedCount } from "@/lib/matching/score/narrow";
import { db } from "@/lib/platform/db";
import type { EmbeddingModel, Ranking } from "@/lib/platform/prisma/client";
import { toIdBytes } from "@/lib/platform/uuid-bytes";
import { embedTexts } from "../embedding/shared-embedder";
import type { Remembered } from "./candidate-memory";
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
  const findable = memory.all.filter(
    (each) =>
      isFindable(each, organisationId) ||
      (applied.has(each.userId) && mayRank(each, organisationId)),
  );
  const { left, conditions } = narrow(findable, request.conditions);
  const prepared = prepareStored(request, basis, memory.reference);
  const { considered, results } = await stillVisible(left, openingId, organisationId, (those) =>
    computeRanking(prepared, those, basis),
  );
  const costs = {
    findable: roundedCount(findable.length),
    left: roundedCount(left.length),
    conditions: conditions.map((each) => ({ ...each, removed: roundedCount(each.removed) })),
  };
  const inputs = toIdBytes(considered.map(({ inputId }) => inputId).sort());
  // Past Prisma, which may change the last bit of a number in JSON that it writes.
  await db().$executeRaw`
    UPDATE "Ranking" SET status = 'ranked', "rankedAt" = now(), considered = ${inputs},
      basis = ${JSON.stringify(basis)}::jsonb, results = ${JSON.stringify(results)}::jsonb,
      conditions = ${JSON.stringify(costs)}::jsonb, digest = ${digestOf(results)}
    WHERE id = ${id}::uuid AND status = 'waiting'`;
}

const mayRank = ({ consent }: Remembered, organisationId: string) =>
  consent.ranked && !consent.blocked.has(organisationId);

const isFindable = (each: Remembered, organisationId: string) =>
  mayRank(each, organisationId) &&
  (each.consent.discoverability === "verified" ||
    (each.consent.discoverability === "chosen" && each.consent.chosen.has(organisationId)));

/** Who applied for an opening, and who is placed there in any case. */
async function whoseAnyway(openingId: string | null) {
  if (openingId === null) return { applied: new Set<string>(), also: [] };
  const [applications, candidacies] = await Promise.all([
    db().application.findMany({ where: { openingId, status: "sent" }, select: { userId: true } }),
    db().candidacy.findMany({ where: { openingId }, select: { userId: true } }),
  ]);
  const applied = new Set(applications.map(({ userId }) => userId));
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
async function stillVisible(
  left: Remembered[],
  openingId: string | null,
  organisationId: string,
  compute: (those: Remembered[]) => RankedResult[],
): Promise<{ considered: Remembered[]; results: RankedResult[] }> {
  let considered = left;
  for (;;) {
    const results = compute(considered);
    const placed = results.map(({ userId }) => userId);
    const rows = await db().candidate.findMany({
      where: { userId: { in: placed }, ranked: true, ...visibleTo(organisationId, openingId) },
      select: { userId: true },
    });
    const visible = new Set(rows.map(({ userId }) => userId));
    const gone = new Set(placed.filter((userId) => !visible.has(userId)));
    if (gone.size === 0) return { considered, results };
    considered = considered.filter(({ userId }) => !gone.has(userId));
  }
}
