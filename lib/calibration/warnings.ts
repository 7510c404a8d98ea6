import { z } from "zod";
import { authorPrior } from "@/lib/measurement/author-prior";
import type { MeasurementParameters } from "@/lib/measurement/parameters";
import type { CalibratedRow, CalibratedSkill, SkillSummary } from "./calibrate-skill";

/** Logits from what the author's word led to expect, from where on authors are asked to look. */
export const MOVED_FLAG = 1;
/** And from where on a calibration does not take effect until an admin has looked. */
export const MOVED_HOLD = 1.5;
const POPULATION = { mean: 2, leastSd: 0.4, mostSd: 2.5 };

export const warnings = z.array(
  z.object({
    code: z.enum(["not_converged", "population", "moved"]),
    skill: z.string(),
    item: z.string().nullable(),
  }),
);
export type Warning = z.infer<typeof warnings>[number];

/** How far an item moved from what was believed of it on its author's word. */
export function movedBy(
  { authorDifficulty, guessing, difficulty }: CalibratedRow,
  parameters: MeasurementParameters,
): number {
  return difficulty - authorPrior(authorDifficulty, guessing, parameters).difficulty;
}

/** What keeps a calibration from taking effect by itself. */
export function warningsOf(
  skills: readonly Pick<CalibratedSkill, "summary" | "rows">[],
  parameters: MeasurementParameters,
): Warning[] {
  return skills.flatMap(({ summary, rows }) => [
    ...ofSkill(summary),
    ...rows
      .filter((row) => Math.abs(movedBy(row, parameters)) > MOVED_HOLD)
      .map(({ challengeSlug }) => ({
        ...{ code: "moved" as const, skill: summary.skill, item: challengeSlug },
      })),
  ]);
}

function ofSkill({ skill, converged, mean, sd }: SkillSummary): Warning[] {
  const found: Warning[] = [];
  if (!converged) found.push({ code: "not_converged", skill, item: null });
  const isOdd =
    Math.abs(mean) > POPULATION.mean || sd < POPULATION.leastSd || sd > POPULATION.mostSd;
  if (isOdd) found.push({ code: "population", skill, item: null });
  return found;
}
