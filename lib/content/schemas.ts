import { z } from "zod";

export const localized = z.object({ en: z.string().min(1), zh: z.string().min(1) });
export type Localized = z.infer<typeof localized>;

export const slugText = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens");

const lessonItem = z
  .object({ lesson: slugText, title: localized, minutes: z.int().min(1) })
  .strict();
const challengeItem = z.object({ challenge: slugText }).strict();

/** track.yaml: lessons and challenges in order, and challenges that stand beside them. */
export const trackManifest = z
  .object({
    slug: slugText,
    version: z.int().min(1),
    title: localized,
    summary: localized,
    audience: localized,
    leads_to: z.array(slugText).default([]),
    items: z.array(z.union([lessonItem, challengeItem])).min(1),
    beside: z.array(challengeItem).default([]),
  })
  .strict();

export type TrackManifest = z.infer<typeof trackManifest>;

/** skills.yaml */
export const skillMap = z
  .object({
    pillars: z.array(z.object({ slug: z.string(), title: localized }).strict()),
    skills: z.array(
      z
        .object({
          slug: slugText,
          pillar: z.string(),
          title: localized,
          description: localized,
          aliases: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
        })
        .strict(),
    ),
  })
  .strict();

export type SkillMap = z.infer<typeof skillMap>;
