import { loadGlossary } from "@/lib/matching/load-glossary";
import { settings } from "@/lib/platform/env";
import { Embedder } from "./embedder";
import { type EmbeddedText, indexTexts, type PlainText } from "./index-texts";

const loading = new Map<string, Promise<Embedder>>();

export const wantedModel = (): string => settings().EMBEDDING_MODEL ?? "";

/**
 * The process's embedder of a model, loaded when it is first asked for; a failure is tried again.
 * @param setting as EMBEDDING_MODEL names it; empty for the offline one
 */
export function sharedEmbedder(setting = wantedModel()): Promise<Embedder> {
  const known = loading.get(setting);
  if (known) return known;
  const loaded = Embedder.load(setting).catch((error: unknown) => {
    loading.delete(setting);
    throw error;
  });
  loading.set(setting, loaded);
  return loaded;
}

/** Describes and embeds texts with a model and the installation's glossary. */
export async function embedTexts(texts: PlainText[], setting?: string): Promise<EmbeddedText[]> {
  const [embedder, glossary] = await Promise.all([sharedEmbedder(setting), loadGlossary()]);
  return indexTexts(embedder, texts, { glossary });
}
