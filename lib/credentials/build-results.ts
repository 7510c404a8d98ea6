import { shownProbability } from "@/lib/measurement/estimate";
import type { SkillEstimate } from "./credential-input";
import { besideOther, type CredentialLocale, credentialTexts } from "./credential-texts";

const NUMBERS = ["mean", "low", "high", "probability"] as const;

const PERCENT = 100;

/** One decimal: more would claim a precision that the band denies. */
const shown = (value: number) => value.toFixed(1);

function numberOf(estimate: SkillEstimate, kind: (typeof NUMBERS)[number]): string {
  return shown(
    kind === "probability" ? shownProbability(estimate.probability) * PERCENT : estimate[kind],
  );
}

/** The results of one skill, and what each of them means: the level and the whole band. */
export function buildResults(
  achievementId: string,
  estimate: SkillEstimate,
  locale: CredentialLocale,
) {
  const base = `${achievementId}#${estimate.skill}`;
  const levelId = `${base}-${estimate.level}`;
  const cut = shown(estimate.cut);
  const levelName = besideOther(locale, (one) => credentialTexts(one).level(estimate.level));
  const nameOf = (kind: "level" | (typeof NUMBERS)[number]) =>
    besideOther(locale, (one) => credentialTexts(one).result(kind, estimate.title[one], cut));
  const descriptions = [
    {
      id: `${base}-level`,
      type: ["ResultDescription"],
      name: nameOf("level"),
      resultType: "RubricCriterionLevel",
      requiredLevel: levelId,
      rubricCriterionLevel: [
        { id: levelId, type: ["RubricCriterionLevel"], name: levelName, level: estimate.level },
      ],
    },
    ...NUMBERS.map((kind) => ({
      id: `${base}-${kind}`,
      type: ["ResultDescription"],
      name: nameOf(kind),
      resultType: kind === "probability" ? "Percent" : "ScaledScore",
      valueMin: "0",
      valueMax: "100",
    })),
  ];
  const results = [
    {
      type: ["Result"],
      resultDescription: `${base}-level`,
      achievedLevel: levelId,
      value: levelName,
    },
    ...NUMBERS.map((kind) => ({
      type: ["Result"],
      resultDescription: `${base}-${kind}`,
      value: numberOf(estimate, kind),
    })),
  ];
  return { descriptions, results };
}
