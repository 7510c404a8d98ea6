import type { Length } from "./describe-text";
import type { Language } from "./detect-language";

export type Weights = { dense: number; words: number; characters: number };

export type Side = {
  language: Language;
  length: Length;
  /** Share of the Chinese that the model gets to read, 0 to 1. */
  coverage: number;
};

type Tongues = "english" | "chinese" | "across" | "mixed";
type Lengths = "titles" | "texts" | "uneven";

/** What a query and a text are to each other; each kind of pair has weights of its own. */
export type PairKind = `${Tongues} ${Lengths}`;

export function pairKind(query: Side, text: Side): PairKind {
  const both = [query.language, text.language];
  const tongues: Tongues = both.includes("mixed")
    ? "mixed"
    : both[0] !== both[1]
      ? "across"
      : both[0] === "en"
        ? "english"
        : "chinese";
  const lengths: Lengths =
    query.length !== text.length ? "uneven" : query.length === "title" ? "titles" : "texts";
  return `${tongues} ${lengths}`;
}

export type WeightTable = Record<PairKind, Weights>;

/**
 * The weights of a pair. What the glossary does not know of a Chinese title, the model never saw;
 * the letters then count for more. Measured with parts of the glossary taken away, the best weight
 * of meaning falls with the square of what is left (docs/matching.md).
 */
export function weightsOf(query: Side, text: Side, table: WeightTable): Weights {
  const kind = pairKind(query, text);
  const weights = table[kind];
  if (kind !== "chinese titles") return weights;
  const dense = weights.dense * query.coverage ** 2;
  return { ...weights, dense, characters: weights.characters + weights.dense - dense };
}
