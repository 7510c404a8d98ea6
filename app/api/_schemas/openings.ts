import { z } from "zod";
import { LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import { KNOCK_OUTS, PAY_PERIODS, TEXT_LENGTH, TITLE_LENGTH } from "@/lib/openings/opening-fields";
import { isoTime, localizedText, pageOf, slug } from "./common";

const level = z.int().describe("0 to 100");

export const openingParams = z.object({ slug, opening: z.uuid() });

const opening = z.object({
  id: z.uuid(),
  status: z.enum(["draft", "open", "closed"]),
  public: z.boolean().describe("Anybody can read it and apply while it is open"),
  blind: z.boolean().describe("Candidates are blind to the members in this opening"),
  title: localizedText,
  place: z.string(),
  country: z.string().describe("ISO 3166-1 alpha-2, or empty"),
  skills: z.array(
    z.object({ skill: z.string(), level, weight: z.int().describe("1 to 3"), must: z.boolean() }),
  ),
  publishedAt: isoTime.nullable(),
  closesAt: isoTime.nullable(),
  createdAt: isoTime,
});

export const openingList = pageOf(opening);

const texts = (most: number) => z.object({ en: z.string().max(most), zh: z.string().max(most) });

/** What may be written of an opening; the whole of it, as it is read. */
const written = {
  title: texts(TITLE_LENGTH).describe("Either may be empty"),
  text: texts(TEXT_LENGTH).describe("Plain text; either may be empty"),
  place: z.string().max(120),
  country: z.string().max(2).describe("ISO 3166-1 alpha-2, or empty"),
  workPlaces: z.array(z.enum(WORK_PLACES)),
  languages: z.array(
    z.object({
      language: z.string().describe("BCP 47 primary tag"),
      level: z.enum(LANGUAGE_LEVELS),
      must: z.boolean(),
    }),
  ),
  knockOuts: z.array(z.enum(KNOCK_OUTS)).describe("What is asked for without exception"),
  experience: z.int().describe("Months that are wished for; 0: none"),
  pay: z
    .object({
      min: z.int().nullable(),
      max: z.int().nullable(),
      currency: z.string().max(3).describe("ISO 4217"),
      period: z.enum(PAY_PERIODS),
    })
    .nullable(),
  weights: z
    .object({ skills: z.number(), meaning: z.number(), preferences: z.number() })
    .describe("Of the match: 0.4 to 0.8, 0.1 to 0.4 and 0 to 0.2; together 1"),
  blind: z.boolean(),
  public: z.boolean(),
  // A year 0 is none that the database holds.
  closesAt: isoTime
    .refine((time) => !time.startsWith("0000"))
    .nullable()
    .describe("From then on nobody applies any more"),
  skills: z.array(
    z.object({
      skill: z.string().max(64).describe("Its slug on the skill map"),
      level: z.int().describe("5 to 95"),
      weight: z.int().min(1).max(3),
      must: z.boolean(),
    }),
  ),
};

export const writtenOpening = z.object(written);

const place = z.object({ path: z.string(), code: z.string() });

export const openingDetail = opening.extend(written).extend({
  role: z.string().nullable().describe("The role profile that it was started from"),
  problems: z.array(place).describe("What it lacks to be published"),
  warnings: z
    .array(z.object({ field: z.string(), group: z.string(), found: z.string() }))
    .describe("Wording that may shut people out; publishing it needs a reason"),
});

export const startOpeningBody = z.discriminatedUnion("from", [
  z.object({ from: z.literal("blank") }),
  z.object({ from: z.literal("role"), role: z.string().max(64).describe("A role's slug") }),
  z.object({
    from: z.literal("text"),
    text: z
      .string()
      .max(TEXT_LENGTH)
      .describe("A description that is read for skills and facts, which members then confirm"),
  }),
]);

export const publishOpeningBody = z.object({
  reason: z.string().max(1000).optional().describe("Why doubtful wording stays; audited"),
});
