import { z } from "zod";
import { shownLevel, shownProbability } from "@/lib/measurement/estimate";
import { LEVELS, type Level } from "@/lib/measurement/parameters";
import type { SkillEstimate } from "@/lib/platform/prisma/client";

const probability = z.number().min(0).max(1);
/** The probability of lying above each level's cut, as an estimate's row keeps it. */
export const aboveLevels = z.object({
  novice: probability,
  working: probability,
  proficient: probability,
  expert: probability,
});

/** What is shown of an estimate: levels on 0 to 100, never without the band. */
export type ShownEstimate = {
  level: number;
  low: number;
  high: number;
  /** As it is shown: never 0 or 1. */
  above: Record<Level, number>;
  /** The highest level that the person is more likely above than not; null below all. */
  reached: Level | null;
  responses: number;
  items: number;
};

type Row = Pick<SkillEstimate, "mean" | "low" | "high" | "above" | "responses" | "items">;

export function shownEstimate(row: Row): ShownEstimate {
  const probabilities = aboveLevels.parse(row.above);
  return {
    ...shownBand(row),
    above: {
      novice: shownProbability(probabilities.novice),
      working: shownProbability(probabilities.working),
      proficient: shownProbability(probabilities.proficient),
      expert: shownProbability(probabilities.expert),
    },
    reached: LEVELS.findLast((level) => probabilities[level] >= 0.5) ?? null,
    responses: row.responses,
    items: row.items,
  };
}

/** A band in logits on the scale that is shown. */
export const shownBand = ({ mean, low, high }: Pick<Row, "mean" | "low" | "high">) => ({
  level: shownLevel(mean),
  low: shownLevel(low),
  high: shownLevel(high),
});
