import type { Length } from "./describe-text";
import type { Language } from "./detect-language";

export type Weights = { dense: number; words: number; characters: number };

export type Side = { language: Language; length: Length };

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

const TONGUES: Tongues[] = ["english", "chinese", "across", "mixed"];
const LENGTHS: Lengths[] = ["titles", "texts", "uneven"];

const PROVISIONAL = Object.fromEntries(
  TONGUES.flatMap((tongue) =>
    LENGTHS.map((length) => [`${tongue} ${length}`, { dense: 0.5, words: 0.25, characters: 0.25 }]),
  ),
) as WeightTable;

export const weightsFor = (_multilingual: boolean): WeightTable => PROVISIONAL;
