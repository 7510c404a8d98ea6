import type { MatchContent } from "../inputs/match-content";
import type { Matchable } from "./score-candidate";
import type { Known } from "./skill-score";
import type { WeighedText } from "./weighed-text";

/** A candidate's content as the scorer reads it. */
export function matchable(
  { skills, claims, facts }: MatchContent,
  texts: readonly WeighedText[],
): Matchable {
  const known = new Map<string, Known>();
  for (const { slug, level } of claims) known.set(slug, { claimed: level });
  for (const { slug, mean, sd } of skills) known.set(slug, { mean, sd });
  return { facts, texts, known: (slug) => known.get(slug) ?? null };
}
