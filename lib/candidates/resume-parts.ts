import { z } from "zod";
import { LANGUAGE_LEVELS } from "./choices";

/** No control characters but the end of a line; nothing that a database cannot hold. */
const clean = (text: string) => !/[^\P{C}\n\t]/u.test(text);

const line = (most: number) =>
  z.string().trim().max(most, "text_long").refine(clean, "text_characters").default("");

const month = z
  .string()
  .trim()
  .regex(/^$|^\d{4}(-(0[1-9]|1[0-2]))?$/, "month_bad")
  .default("");

const address = z
  .union([z.literal(""), z.url({ protocol: /^https?$/, error: "url_bad" }).max(500, "text_long")])
  .default("");

const period = { start: month, end: month };

/** Parts of a résumé, as they are kept for each language. Times are YYYY or YYYY-MM or empty. */
export const resumeParts = z.object({
  headline: line(160),
  summary: line(4000),
  work: z
    .array(
      z.object({
        ...{ name: line(160), position: line(160), summary: line(4000), ...period },
        highlights: z.array(line(400)).max(20, "list_long").default([]),
      }),
    )
    .max(40, "list_long")
    .default([]),
  education: z
    .array(z.object({ institution: line(160), area: line(160), degree: line(160), ...period }))
    .max(20, "list_long")
    .default([]),
  projects: z
    .array(z.object({ name: line(160), url: address, summary: line(4000), ...period }))
    .max(40, "list_long")
    .default([]),
});
export type ResumeParts = z.infer<typeof resumeParts>;

/** `language` is a BCP 47 primary tag, e.g. "en", "zh", "de". */
export const spokenLanguages = z
  .array(
    z.object({
      language: z.string().regex(/^[a-z]{2,3}$/, "language_bad"),
      level: z.enum(LANGUAGE_LEVELS),
    }),
  )
  .max(12, "list_long");
export type SpokenLanguages = z.infer<typeof spokenLanguages>;

export const profileLinks = z
  .array(z.object({ label: line(60), url: address }))
  .max(8, "list_long");
