import type { MatchInput } from "@/lib/platform/prisma/client";
import { readText } from "../describe-text";
import { matchable } from "../score/matchable";
import type { Reference } from "../score/reference";
import type { Matchable } from "../score/score-candidate";
import { matchContent } from "./match-content";
import { fromBytes } from "./vectors";

/** A stored input as the scorer reads it. */
export function asMatchable(
  { content, vectors, coverage }: Pick<MatchInput, "content" | "vectors" | "coverage">,
  reference: Reference,
): Matchable {
  const parsed = matchContent.parse(content);
  const each = fromBytes(vectors, parsed.texts.length);
  const texts = parsed.texts.map(({ text }, at) =>
    reference.weigh({
      text: readText(text, coverage[at] ?? 1),
      vector: each[at] as Float32Array,
    }),
  );
  return matchable(parsed, texts);
}
