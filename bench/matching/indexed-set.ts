import { Corpus } from "@/lib/matching/corpus";
import { loadGlossary } from "@/lib/matching/load-glossary";
import { Embedder } from "@/workers/embedding/embedder";
import { type EmbeddedText, indexTexts } from "@/workers/embedding/index-texts";
import type { Entry, Form, Part, Query, Tongue, WrittenSet } from "./written-set";

export type Indexed<E extends Entry> = E & IndexedEntry;
type IndexedEntry = {
  /** As the product reads it. */
  read: EmbeddedText;
  /** As it was written: without the glossary, Chinese left to a model that cannot read it. */
  plain: EmbeddedText;
};

export type IndexedSet = {
  queries: Indexed<Query>[];
  texts: Indexed<Entry>[];
  grade: WrittenSet["grade"];
};

/** Embeds all queries and texts of the written set, in the two ways. */
export async function indexSet({ queries, texts, grade }: WrittenSet): Promise<IndexedSet> {
  const embedder = await Embedder.load();
  try {
    const glossary = await loadGlossary();
    const index = async <E extends Entry>(entries: E[]): Promise<Indexed<E>[]> => {
      const read = await indexTexts(embedder, entries, { glossary });
      const plain = await indexTexts(embedder, entries, { glossary, language: "en" });
      return entries.map((entry, at) => ({
        ...entry,
        read: read[at] as EmbeddedText,
        plain: plain[at] as EmbeddedText,
      }));
    };
    return { queries: await index(queries), texts: await index(texts), grade };
  } finally {
    await embedder.close();
  }
}

/** Queries of one kind against texts of one kind. */
export type Slice = { queries: Form; texts: Form; from: Tongue; among: Tongue[] };

export type SliceData = {
  queries: Indexed<Query>[];
  read: Corpus;
  plain: Corpus;
  /** The grade of each text of the corpus, in its order. */
  grades: (query: Query) => number[];
};

export function sliceOf(set: IndexedSet, slice: Slice, part: Part): SliceData {
  const texts = set.texts.filter(
    ({ form, language }) => form === slice.texts && slice.among.includes(language),
  );
  const roles = new Map(texts.map(({ id, role }) => [id, role]));
  const read = new Corpus(texts.map((text) => text.read));
  return {
    queries: set.queries.filter(
      (query) =>
        query.part === part && query.form === slice.queries && query.language === slice.from,
    ),
    read,
    plain: new Corpus(texts.map((text) => text.plain)),
    grades: (query) => read.texts.map(({ id }) => set.grade(query.role, roles.get(id) ?? "")),
  };
}

/** Grades in the order of falling scores; equal scores in the order of the ids. */
export const inOrder = (scores: Float64Array, grades: number[]): number[] =>
  grades
    .map((grade, at) => ({ grade, at, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ grade }) => grade);
