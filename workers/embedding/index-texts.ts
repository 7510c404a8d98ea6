import type { IndexedText } from "@/lib/matching/corpus";
import { describeText, type Reading } from "@/lib/matching/describe-text";
import type { Embedder } from "./embedder";

export type PlainText = { id: string; text: string };

/** Describes and embeds texts, so that they can be ranked or be queries. */
export async function indexTexts(
  embedder: Embedder,
  texts: PlainText[],
  reading: Omit<Reading, "multilingual">,
): Promise<IndexedText[]> {
  const { multilingual } = embedder;
  const described = texts.map(({ text }) => describeText(text, { ...reading, multilingual }));
  const vectors = await embedder.embed(described.map(({ forModel }) => forModel));
  return texts.map(({ id }, at) => ({
    id,
    text: described[at] as IndexedText["text"],
    vector: vectors[at] as Float32Array,
  }));
}
