import { createHash } from "node:crypto";
import { modelInUse } from "@/lib/matching/inputs/model-in-use";
import { referenceTexts } from "@/lib/matching/inputs/read-reference";
import { requestIndex } from "@/lib/matching/inputs/request-index";
import { toBytes } from "@/lib/matching/inputs/vectors";
import { loadReference } from "@/lib/matching/load-reference";
import { db } from "@/lib/platform/db";
import type { EmbeddingModel } from "@/lib/platform/prisma/client";
import { embedTexts, sharedEmbedder, wantedModel } from "../embedding/shared-embedder";

/** The model that the settings name, on record. */
async function wanted(): Promise<EmbeddingModel> {
  const setting = wantedModel();
  const { identity, multilingual } = await sharedEmbedder(setting);
  const { hash, model, revision } = identity;
  const row = { setting, model, revision, multilingual };
  // Not by upsert: two jobs that come first at the same moment would both insert.
  await db().embeddingModel.createMany({ data: { hash, ...row }, skipDuplicates: true });
  return db().embeddingModel.update({ where: { hash }, data: row });
}

const activate = (hash: string) =>
  db().embeddingModel.update({ where: { hash }, data: { activatedAt: new Date() } });

/** The models that a candidate's texts are embedded with: the one in use, and one that is to be. */
export async function modelsToEmbedWith(): Promise<EmbeddingModel[]> {
  const [next, now] = [await wanted(), await modelInUse()];
  if (!now) return [await activate(next.hash)];
  return now.hash === next.hash ? [now] : [now, next];
}

/** How many are asked for at once. */
const BATCH = 500;

/**
 * Lets the model of the settings take over once everybody's texts are embedded with it; until then
 * the one before is compared by. Does nothing where there are no candidates.
 */
export async function tendModels(): Promise<void> {
  if (!(await db().candidate.findFirst({ select: { userId: true } }))) return;
  const models = await modelsToEmbedWith();
  const next = models.at(-1) as EmbeddingModel;
  const left = await db().candidate.findMany({
    where: { matchInputs: { none: { modelHash: next.hash, current: true } } },
    select: { userId: true },
    take: BATCH,
  });
  for (const { userId } of left) await requestIndex(db(), userId);
  if (left.length === 0 && models.length > 1) await activate(next.hash);
}

/** The reference of a model, embedded when it is first needed; returns its hash. */
export async function referenceOf({ hash: modelHash, setting }: EmbeddingModel): Promise<string> {
  const lines = await loadReference();
  const hash = createHash("sha256")
    .update(JSON.stringify([lines, modelHash]))
    .digest("hex");
  const known = await db().matchReference.findUnique({ where: { hash }, select: { hash: true } });
  if (known) return hash;
  const embedded = await embedTexts(lines, setting);
  const texts = referenceTexts.parse(
    lines.map((line, at) => ({ ...line, coverage: embedded[at]?.text.coverage })),
  );
  const vectors = toBytes(embedded.map(({ vector }) => vector));
  await db().matchReference.createMany({
    data: { hash, modelHash, texts, vectors },
    skipDuplicates: true,
  });
  return hash;
}
