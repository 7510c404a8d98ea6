import { createHash } from "node:crypto";
import { toBytes } from "@/lib/matching/inputs/vectors";
import { openingTexts } from "@/lib/matching/rankings/opening-request";
import { db } from "@/lib/platform/db";
import { embedTexts } from "../embedding/shared-embedder";
import { modelsToEmbedWith } from "./models";

/** Embeds what an opening says, in each language and for each model, where that changed. */
export async function indexOpening(openingId: string): Promise<void> {
  const opening = await db().opening.findUnique({ where: { id: openingId } });
  if (!opening) return;
  const texts = openingTexts(opening);
  const locales = texts.map(({ locale }) => locale);
  await db().openingVector.deleteMany({ where: { openingId, locale: { notIn: locales } } });
  for (const { hash: modelHash, setting } of await modelsToEmbedWith()) {
    for (const { locale, text } of texts) {
      const textHash = createHash("sha256").update(text).digest("hex");
      const key = { openingId, locale, modelHash };
      if (await db().openingVector.findFirst({ where: { ...key, textHash } })) continue;
      const [embedded] = await embedTexts([{ id: locale, text }], setting);
      if (!embedded) continue;
      const row = {
        ...{ textHash, coverage: embedded.text.coverage },
        vector: toBytes([embedded.vector]),
      };
      await db().openingVector.upsert({
        where: { openingId_locale_modelHash: key },
        create: { ...key, ...row },
        update: row,
      });
    }
  }
}
