import { z } from "zod";
import { LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import { matchWeights } from "./match-weights";
import { plainLine, plainText } from "./plain-text";

export const PAY_PERIODS = ["year", "month", "hour"] as const;

/** What may be asked for without exception: facts of the job, and nothing else is offered. */
export const KNOCK_OUTS = ["language", "country", "work_place", "availability"] as const;

export const TITLE_LENGTH = 120;
export const TEXT_LENGTH = 20_000;
const MOST_SKILLS = 30;
const MOST_PAY = 1_000_000_000;
const MOST_MONTHS = 600;

const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-Z]{2})?$/, "country_bad");

const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-Z]{3})?$/, "currency_bad");

const pay = z.int({ error: "pay_bad" }).min(0, "pay_bad").max(MOST_PAY, "pay_bad").nullable();

export const askedLanguages = z
  .array(
    z.object({
      language: z.string().regex(/^[a-z]{2,3}$/, "language_bad"),
      level: z.enum(LANGUAGE_LEVELS),
      must: z.boolean(),
    }),
  )
  .max(12, "list_long");

export const askedSkill = z.object({
  slug: z.string().max(64),
  level: z.int({ error: "level_range" }).min(5, "level_range").max(95, "level_range"),
  weight: z.int().min(1).max(3),
  must: z.boolean(),
});
export type OpeningSkillInput = z.infer<typeof askedSkill>;

const unique = <T>(all: T[]) => [...new Set(all)];

/** All that the editor sends of an opening: what is not named is not asked for. */
export const openingFields = z
  .object({
    titleEn: plainLine(TITLE_LENGTH),
    titleZh: plainLine(TITLE_LENGTH),
    textEn: plainText(TEXT_LENGTH),
    textZh: plainText(TEXT_LENGTH),
    place: plainLine(120),
    country,
    workPlaces: z.array(z.enum(WORK_PLACES)).transform(unique),
    languages: askedLanguages,
    knockOuts: z.array(z.enum(KNOCK_OUTS)).transform(unique),
    experience: z.int({ error: "months_bad" }).min(0, "months_bad").max(MOST_MONTHS, "months_bad"),
    payMin: pay,
    payMax: pay,
    payCurrency: currency,
    payPeriod: z.union([z.literal(""), z.enum(PAY_PERIODS)]),
    weights: matchWeights,
    blind: z.boolean(),
    public: z.boolean(),
    closesAt: z.date({ error: "date_bad" }).nullable(),
    skills: z
      .array(askedSkill)
      .max(MOST_SKILLS, "list_long")
      .refine((all) => new Set(all.map(({ slug }) => slug)).size === all.length, "skill_twice"),
  })
  .refine(({ payMin, payMax }) => payMin === null || payMax === null || payMin <= payMax, {
    ...{ path: ["payMax"], message: "pay_order" },
  })
  .refine(({ payMin, payMax, payCurrency }) => (payMin ?? payMax) === null || payCurrency !== "", {
    path: ["payCurrency"],
    message: "currency_missing",
  })
  .refine(({ payMin, payMax, payPeriod }) => (payMin ?? payMax) === null || payPeriod !== "", {
    ...{ path: ["payPeriod"], message: "period_missing" },
  })
  .refine(({ knockOuts, country: where }) => !knockOuts.includes("country") || where !== "", {
    ...{ path: ["country"], message: "knock_out_country" },
  });
export type OpeningFields = z.output<typeof openingFields>;
