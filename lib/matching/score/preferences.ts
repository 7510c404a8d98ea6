import type { MatchFacts } from "../inputs/match-content";
import { reaches, speaks, worksAt } from "./conditions";
import type { MatchRequest } from "./match-request";

export type Wish = "country" | "work_place" | "language" | "experience" | "availability";

/** How soon somebody could begin counts so much. */
const AVAILABLE = { now: 1, weeks: 0.9, months: 0.6, not_looking: 0.2 } as const;

/** What a role wishes for, and how far a candidate meets each wish, 0 to 1. */
export function wishesMet(
  facts: MatchFacts,
  { country, workPlaces, languages, experience, availability }: MatchRequest["wishes"],
): { wish: Wish; detail: string; met: number }[] {
  const met: { wish: Wish; detail: string; met: number }[] = [];
  if (country !== "") {
    met.push({ wish: "country", detail: country, met: reaches(facts, country) ? 1 : 0 });
  }
  if (workPlaces.length > 0) {
    const detail = workPlaces.join(" ");
    met.push({ wish: "work_place", detail, met: worksAt(facts, workPlaces) ? 1 : 0 });
  }
  for (const wanted of languages) {
    const detail = wanted.language;
    met.push({ wish: "language", detail, met: speaks(facts.languages, wanted) ? 1 : 0 });
  }
  if (experience > 0) {
    const share = Math.min(1, facts.experience / experience);
    met.push({ wish: "experience", detail: String(experience), met: share });
  }
  if (availability) {
    met.push({ wish: "availability", detail: "", met: AVAILABLE[facts.availability] });
  }
  return met;
}

/** The mean over the wishes, 0 to 1; of everybody in every ranking, so without lists. */
export function preferenceScore(
  facts: MatchFacts,
  { country, workPlaces, languages, experience, availability }: MatchRequest["wishes"],
): number {
  let sum = 0;
  let count = 0;
  if (country !== "") {
    sum += reaches(facts, country) ? 1 : 0;
    count += 1;
  }
  if (workPlaces.length > 0) {
    sum += worksAt(facts, workPlaces) ? 1 : 0;
    count += 1;
  }
  for (const wanted of languages) {
    sum += speaks(facts.languages, wanted) ? 1 : 0;
    count += 1;
  }
  if (experience > 0) {
    sum += Math.min(1, facts.experience / experience);
    count += 1;
  }
  if (availability) {
    sum += AVAILABLE[facts.availability];
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
