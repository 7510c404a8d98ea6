import type { IndexedText } from "@/lib/matching/corpus";
import { type DescribedText, describeText, type Reading } from "@/lib/matching/describe-text";
import type { Embedder } from "./embedder";

export type PlainText = { id: string; text: string };

/** With what the model read. */
export type EmbeddedText = IndexedText & { text: DescribedText };

/** Describes and embeds texts, so that they can be ranked or be queries. */
export async function indexTexts(
  embedder: Embedder,
  texts: PlainText[],
  reading: Omit<Reading, "multilingual">,
): Promise<EmbeddedText[]> {
  const { multilingual } = embedder;
  const described = texts.map(({ text }) => describeText(text, { ...reading, multilingual }));
  const vectors = await embedder.embed(described.map(({ forModel }) => forModel));
  return texts.map(({ id }, at) => ({
    id,
    text: described[at] as DescribedText,
    vector: vectors[at] as Float32Array,
  }));
}
