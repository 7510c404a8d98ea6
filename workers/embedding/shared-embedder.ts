import type { IndexedText } from "@/lib/matching/corpus";
import { loadGlossary } from "@/lib/matching/load-glossary";
import { Embedder } from "./embedder";
import { indexTexts, type PlainText } from "./index-texts";

let loading: Promise<Embedder> | undefined;

/** The process's one embedder, loaded when it is first asked for; a failure is tried again. */
export function sharedEmbedder(): Promise<Embedder> {
  loading ??= Embedder.load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Describes and embeds texts with the installation's model and glossary. */
export async function embedTexts(texts: PlainText[]): Promise<IndexedText[]> {
  const [embedder, glossary] = await Promise.all([sharedEmbedder(), loadGlossary()]);
  return indexTexts(embedder, texts, { glossary });
}
