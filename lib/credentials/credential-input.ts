import { z } from "zod";

import { LEVELS } from "@/lib/measurement/parameters";

export const bilingual = z.object({ en: z.string().min(1), zh: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

const score = z.number().min(0).max(100);

/** A skill's estimate with its uncertainty, on the scale that people are shown. */
export const skillEstimate = z
  .object({
    skill: z.string().regex(/^[a-z0-9-]+$/),
    title: bilingual,
    level: z.enum(LEVELS),
    /** Posterior mean and the ends of the 90 % interval, 0 to 100. */
    mean: score,
    low: score,
    high: score,
    /** P(above the cut score), 0 to 1. */
    probability: z.number().min(0).max(1),
    cut: score,
  })
  .refine(({ low, mean, high }) => low <= mean && mean <= high, "the band must hold the mean");
export type SkillEstimate = z.infer<typeof skillEstimate>;

export const achievementInput = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  level: z.enum(LEVELS),
  title: bilingual,
  description: bilingual,
  /** What has to be shown; Markdown. */
  criteria: bilingual,
});
export type AchievementInput = z.infer<typeof achievementInput>;

export const evidenceInput = z.object({ url: z.url(), name: z.string().min(1) });
export type EvidenceInput = z.infer<typeof evidenceInput>;
