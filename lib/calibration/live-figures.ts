import { z } from "zod";
import type { Db } from "@/lib/platform/db";
import type { CalibratedRow } from "./calibrate-skill";

/** Mean squares between which an item is said to fit; 1 is expected. */
export const FIT = { least: 0.8, most: 1.2 };

export const liveFigures = z.object({
  learners: z.int(),
  estimates: z.int(),
  /** Points from 0 to 100 that the middle one of all bands is wide. */
  medianBand: z.number().nullable(),
  /** Items of a skill that learners' results have moved. */
  calibrated: z.int(),
  /** Share of those that fit. */
  fitting: z.number().nullable(),
  flags: z.int(),
});
export type LiveFigures = z.infer<typeof liveFigures>;

export const isFitting = ({ infit }: Pick<CalibratedRow, "infit">): boolean =>
  infit !== null && infit >= FIT.least && infit <= FIT.most;

/** How well skills are measured here, for the page on the method. */
export async function readFigures(
  tx: Db,
  rows: readonly CalibratedRow[],
  flags: number,
): Promise<LiveFigures> {
  const [found] = await tx.$queryRaw<
    { learners: number; estimates: number; medianBand: number | null }[]
  >`
    SELECT count(DISTINCT "userId")::int AS learners, count(*)::int AS estimates,
      percentile_cont(0.5) WITHIN GROUP (
        ORDER BY 100 / (1 + exp(-high)) - 100 / (1 + exp(-low))) AS "medianBand"
    FROM "SkillEstimate"`;
  const { learners = 0, estimates = 0, medianBand = null } = found ?? {};
  const moved = rows.filter(({ freed }) => freed !== "none");
  const fitting = moved.length === 0 ? null : moved.filter(isFitting).length / moved.length;
  return { learners, estimates, medianBand, calibrated: moved.length, fitting, flags };
}
