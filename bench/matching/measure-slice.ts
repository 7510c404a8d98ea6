import { OFFLINE_WEIGHTS } from "@/lib/matching/weight-table";
import { type Difference, pairedBootstrap } from "./bootstrap";
import { type IndexedSet, inOrder, type Slice, sliceOf } from "./indexed-set";
import { averagePrecision, meanOf, ndcg, recall } from "./metrics";
import type { Part } from "./written-set";

/** What the ranking is compared with: its three signals alone, and the model without a glossary. */
export const RIVALS = ["BM25", "character TF-IDF", "dense", "dense without glossary"] as const;
export type System = "fused" | (typeof RIVALS)[number];

type Scores = { map: number[]; ndcg: number[]; recall: number[] };

export type SliceResult = {
  slice: Slice;
  queries: number;
  texts: number;
  systems: Record<System, Scores>;
  /** The rival with the highest MAP, and how much better the ranking is. */
  best: (typeof RIVALS)[number];
  difference: Difference;
};

/** Ranks the queries of a slice by every system. */
export function measureSlice(set: IndexedSet, slice: Slice, part: Part): SliceResult {
  const { queries, read, plain, grades } = sliceOf(set, slice, part);
  const systems = Object.fromEntries(
    ["fused", ...RIVALS].map((system) => [system, { map: [], ndcg: [], recall: [] }]),
  ) as unknown as SliceResult["systems"];
  for (const query of queries) {
    const judged = grades(query);
    const { dense, words, characters } = read.signals(query.read);
    const scores: Record<System, Float64Array> = {
      fused: read.scores(query.read, OFFLINE_WEIGHTS),
      BM25: words,
      "character TF-IDF": characters,
      dense,
      "dense without glossary": plain.signals(query.plain).dense,
    };
    for (const [system, list] of Object.entries(scores)) {
      const ordered = inOrder(list, judged);
      systems[system as System].map.push(averagePrecision(ordered));
      systems[system as System].ndcg.push(ndcg(ordered, 10));
      systems[system as System].recall.push(recall(ordered, 50));
    }
  }
  const best = RIVALS.reduce((a, b) => (meanOf(systems[b].map) > meanOf(systems[a].map) ? b : a));
  const difference = pairedBootstrap(systems.fused.map, systems[best].map);
  return {
    ...{ slice, systems, best, difference },
    ...{ queries: queries.length, texts: read.texts.length },
  };
}
