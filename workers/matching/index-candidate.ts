import { readContent } from "@/lib/matching/inputs/read-content";
import { hashOf, storeInput } from "@/lib/matching/inputs/store-input";
import { describedBy } from "@/lib/matching/score/described";
import { db } from "@/lib/platform/db";
import { embedTexts } from "../embedding/shared-embedder";
import { modelsToEmbedWith, referenceOf } from "./models";

/** Makes what matching reads of a candidate anew, where anything of it changed. */
export async function indexCandidate(userId: string): Promise<void> {
  const content = await readContent(userId);
  if (!content) return;
  for (const model of await modelsToEmbedWith()) {
    const { hash: modelHash, setting } = model;
    // His own ranking of openings is computed from it, maybe before anybody ranked him.
    await referenceOf(model);
    const hash = hashOf(content, modelHash);
    const same = { userId, modelHash, hash, current: true };
    if (await db().matchInput.findFirst({ where: same, select: { id: true } })) continue;
    const embedded = await embedTexts(
      content.texts.map(({ locale, text }) => ({ id: locale, text })),
      setting,
    );
    await storeInput({
      ...{ userId, content, modelHash },
      vectors: embedded.map(({ vector }) => vector),
      texts: embedded.map(({ text }) => describedBy(text)),
    });
  }
}
