import { z } from "zod";
import { AVAILABILITIES, WORK_PLACES } from "@/lib/candidates/choices";
import { spokenLanguages } from "@/lib/candidates/resume-parts";

const slug = z.string().max(64);

/**
 * All that a candidate is matched by. There is no place in it for a name, a photo, an age, a gender
 * or the name of a school: what is not in here cannot reach the scorer.
 */
export const matchContent = z.strictObject({
  /** Measured and shown skills: mean and standard deviation in logits. */
  skills: z.array(z.strictObject({ slug, mean: z.number(), sd: z.number().positive() })),
  /** His own word, 0 to 100, of skills that are not measured or not shown. */
  claims: z.array(z.strictObject({ slug, level: z.number().min(0).max(100) })),
  facts: z.strictObject({
    country: z.string(),
    workPlaces: z.array(z.enum(WORK_PLACES)),
    relocates: z.boolean(),
    availability: z.enum(AVAILABILITIES),
    languages: spokenLanguages,
    /** Months of work, counted once where jobs overlap. */
    experience: z.number().int().min(0),
  }),
  /** Redacted, without dates, one a language. */
  texts: z.array(z.strictObject({ locale: z.enum(["en", "zh"]), text: z.string() })),
});
export type MatchContent = z.infer<typeof matchContent>;
export type MatchFacts = MatchContent["facts"];
