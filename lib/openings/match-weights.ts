import { z } from "zod";

/** What a match is made of, and how far each part may be moved. The parts add up to 1. */
export const MATCH_PARTS = ["skills", "meaning", "preferences"] as const;
export type MatchPart = (typeof MATCH_PARTS)[number];
export type MatchWeights = Record<MatchPart, number>;

export const DEFAULT_WEIGHTS: MatchWeights = { skills: 0.6, meaning: 0.3, preferences: 0.1 };

export const WEIGHT_LIMITS: Record<MatchPart, { min: number; max: number }> = {
  skills: { min: 0.4, max: 0.8 },
  meaning: { min: 0.1, max: 0.4 },
  preferences: { min: 0, max: 0.2 },
};

/** Sums of tenths are not exact in binary. */
const CLOSE = 1e-6;

const part = (name: MatchPart) =>
  z
    .number({ error: "weight_range" })
    .min(WEIGHT_LIMITS[name].min - CLOSE, "weight_range")
    .max(WEIGHT_LIMITS[name].max + CLOSE, "weight_range");

export const matchWeights = z
  .object({ skills: part("skills"), meaning: part("meaning"), preferences: part("preferences") })
  .refine(
    ({ skills, meaning, preferences }) => Math.abs(skills + meaning + preferences - 1) < CLOSE,
    {
      ...{ path: ["skills"], message: "weight_sum" },
    },
  );

/** The weights of an opening as they are kept; the usual ones where none were chosen. */
export const weightsOf = (kept: unknown): MatchWeights =>
  matchWeights.catch(DEFAULT_WEIGHTS).parse(kept);
