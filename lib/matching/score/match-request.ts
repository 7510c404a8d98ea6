import { z } from "zod";
import { AVAILABILITIES, LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";

const slug = z.string().max(64);
const level = z.number().int().min(0).max(100);
const workPlace = z.enum(WORK_PLACES);
const language = z.string().regex(/^[a-z]{2,3}$/);

/** What a person must meet to be considered at all. Private facts are not among them. */
export const condition = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("country"), country: z.string().length(2) }),
  z.strictObject({ kind: z.literal("work_place"), places: z.array(workPlace).min(1) }),
  z.strictObject({ kind: z.literal("language"), language, level: z.enum(LANGUAGE_LEVELS) }),
  z.strictObject({ kind: z.literal("availability"), atLatest: z.enum(AVAILABILITIES) }),
  z.strictObject({ kind: z.literal("experience"), months: z.number().int().min(1).max(600) }),
  z.strictObject({ kind: z.literal("skill"), slug, level }),
]);
export type Condition = z.infer<typeof condition>;

/** What a role asks for, as the scorer reads it. */
export const matchRequest = z.strictObject({
  skills: z.array(
    z.strictObject({ slug, level, weight: z.number().int().min(1).max(3), must: z.boolean() }),
  ),
  /** What is looked for, in words; one a language. */
  texts: z.array(z.string()),
  /** Wishes, each of which counts the same; empty ones are not asked for. */
  wishes: z.strictObject({
    country: z.string(),
    workPlaces: z.array(workPlace),
    languages: z.array(z.strictObject({ language, level: z.enum(LANGUAGE_LEVELS) })),
    experience: z.number().int().min(0),
    availability: z.boolean(),
  }),
  conditions: z.array(condition),
  /** Shares of the score; they sum to 1. */
  weights: z.strictObject({
    skills: z.number().min(0).max(1),
    meaning: z.number().min(0).max(1),
    preferences: z.number().min(0).max(1),
  }),
});
export type MatchRequest = z.infer<typeof matchRequest>;
