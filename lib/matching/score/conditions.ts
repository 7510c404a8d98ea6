import { AVAILABILITIES, LANGUAGE_LEVELS } from "@/lib/candidates/choices";
import type { SpokenLanguages } from "@/lib/candidates/resume-parts";
import type { MatchFacts } from "../inputs/match-content";
import type { KnownSkills } from "./known-skills";
import type { Condition } from "./match-request";
import { skillProbability } from "./skill-score";

/** Whether somebody speaks a language at least so well. */
export const speaks = (
  spoken: SpokenLanguages,
  wanted: { language: string; level: (typeof LANGUAGE_LEVELS)[number] },
): boolean =>
  spoken.some(
    ({ language, level }) =>
      language === wanted.language &&
      LANGUAGE_LEVELS.indexOf(level) >= LANGUAGE_LEVELS.indexOf(wanted.level),
  );

/** Lives there, or would move there. */
export const reaches = ({ country, relocates }: MatchFacts, wanted: string): boolean =>
  country === wanted || relocates;

export const worksAt = ({ workPlaces }: MatchFacts, places: readonly string[]): boolean =>
  workPlaces.some((place) => places.includes(place));

/** Whether a candidate meets a condition. A skill is met when it is more likely than not proven. */
export function meets(facts: MatchFacts, known: KnownSkills, condition: Condition): boolean {
  switch (condition.kind) {
    case "country":
      return reaches(facts, condition.country);
    case "work_place":
      return worksAt(facts, condition.places);
    case "language":
      return speaks(facts.languages, condition);
    case "availability":
      return (
        AVAILABILITIES.indexOf(facts.availability) <= AVAILABILITIES.indexOf(condition.atLatest)
      );
    case "experience":
      return facts.experience >= condition.months;
    case "skill":
      return skillProbability(known.of(condition.slug), condition.level) >= 0.5;
  }
}
