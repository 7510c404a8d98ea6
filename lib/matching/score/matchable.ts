import type { MatchContent } from "../inputs/match-content";
import { KnownSkills } from "./known-skills";
import type { Matchable } from "./score-candidate";
import type { WeighedText } from "./weighed-text";

/** A candidate's content as the scorer reads it. */
export function matchable(
  { skills, claims, facts }: MatchContent,
  texts: readonly WeighedText[],
): Matchable {
  return { facts, texts, known: new KnownSkills(skills, claims) };
}
