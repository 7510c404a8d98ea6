import type { MatchInput } from "@/lib/platform/prisma/client";
import { decodeDescribed } from "../score/described";
import { matchable } from "../score/matchable";
import type { Reference } from "../score/reference";
import type { Matchable } from "../score/score-candidate";
import { matchContent } from "./match-content";
import { fromBytes } from "./vectors";

/** A stored input as the scorer reads it. */
export function asMatchable(
  { content, vectors, described }: Pick<MatchInput, "content" | "vectors" | "described">,
  reference: Reference,
): Matchable {
  const texts = decodeDescribed(described);
  const each = fromBytes(vectors, texts.length);
  return matchable(
    matchContent.parse(content),
    texts.map((text, at) => reference.weigh({ text, vector: each[at] as Float32Array })),
  );
}
