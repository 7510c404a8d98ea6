import { z } from "zod";
import { AVAILABILITIES, LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import type { Condition } from "../score/match-request";

const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), field.optional());

/** What a search form sends. Every field may be left empty; only what may be asked about is there. */
export const searchFields = z.object({
  text: z
    .string()
    .max(4000, "text_long")
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/[^\P{C}\n\t]/gu, " ")
        .trim(),
    )
    .default(""),
  country: optional(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, "country_bad"),
  ),
  workPlaces: z.array(z.enum(WORK_PLACES)).max(3).default([]),
  language: optional(
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z]{2,3}$/, "language_bad"),
  ),
  languageLevel: z.enum(LANGUAGE_LEVELS).default("working"),
  availability: optional(z.enum(AVAILABILITIES)),
  /** In years. */
  experience: optional(z.coerce.number("number_bad").min(0, "number_bad").max(15, "number_bad")),
  skills: z
    .array(z.string().max(64))
    .max(10, "list_long")
    .transform((slugs) => slugs.filter((slug) => slug !== ""))
    .default([]),
  skillLevel: optional(
    z.coerce.number("number_bad").int("number_bad").min(1, "number_bad").max(99, "number_bad"),
  ),
});
export type SearchFields = z.output<typeof searchFields>;

/** Asked of a skill where the form says no level. */
const SKILL_LEVEL = 50;

export function searchConditions(fields: SearchFields): Condition[] {
  const { country, workPlaces, language, languageLevel, availability, experience } = fields;
  const conditions: Condition[] = [];
  if (country) conditions.push({ kind: "country", country });
  if (workPlaces.length > 0) conditions.push({ kind: "work_place", places: workPlaces });
  if (language) conditions.push({ kind: "language", language, level: languageLevel });
  if (availability) conditions.push({ kind: "availability", atLatest: availability });
  const months = Math.round((experience ?? 0) * 12);
  if (months > 0) conditions.push({ kind: "experience", months });
  for (const slug of new Set(fields.skills)) {
    conditions.push({ kind: "skill", slug, level: fields.skillLevel ?? SKILL_LEVEL });
  }
  return conditions;
}
