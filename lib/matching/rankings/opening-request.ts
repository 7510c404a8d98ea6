import { weightsOf } from "@/lib/openings/match-weights";
import { askedLanguages } from "@/lib/openings/opening-fields";
import type { Opening, OpeningSkill } from "@/lib/platform/prisma/client";
import type { Condition, MatchRequest } from "../score/match-request";

type Texts = Pick<Opening, "titleEn" | "titleZh" | "textEn" | "textZh">;

/** What an opening says in each language that it has a text in. */
export const openingTexts = ({ titleEn, titleZh, textEn, textZh }: Texts) =>
  [
    { locale: "en", text: [titleEn, textEn].filter((part) => part !== "").join(". ") },
    { locale: "zh", text: [titleZh, textZh].filter((part) => part !== "").join("。") },
  ].filter(({ text }) => text !== "");

/** What an opening asks for, as the scorer reads it, with further conditions of who searches. */
export function openingRequest(
  opening: Opening & { skills: OpeningSkill[] },
  conditions: readonly Condition[] = [],
): MatchRequest {
  const spoken = askedLanguages.parse(opening.languages);
  return {
    skills: opening.skills
      .map(({ skillSlug, level, weight, must }) => ({ slug: skillSlug, level, weight, must }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    texts: openingTexts(opening).map(({ text }) => text),
    wishes: {
      country: opening.country,
      workPlaces: [...opening.workPlaces].sort(),
      languages: spoken.map(({ language, level }) => ({ language, level })),
      experience: opening.experience,
      availability: true,
    },
    conditions: [...knockOuts(opening, spoken), ...conditions],
    weights: weightsOf(opening.weights),
  };
}

function knockOuts(
  { knockOuts: named, country, workPlaces }: Opening,
  spoken: ReturnType<typeof askedLanguages.parse>,
): Condition[] {
  const found: Condition[] = [];
  if (named.includes("country") && country !== "") found.push({ kind: "country", country });
  if (named.includes("work_place") && workPlaces.length > 0) {
    found.push({ kind: "work_place", places: [...workPlaces] });
  }
  if (named.includes("language")) {
    for (const { language, level, must } of spoken) {
      if (must) found.push({ kind: "language", language, level });
    }
  }
  if (named.includes("availability")) found.push({ kind: "availability", atLatest: "months" });
  return found;
}
