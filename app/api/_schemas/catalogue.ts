import { z } from "zod";
import { files, localizedText, slug } from "./common";

export const challengeSummary = z.object({
  slug,
  title: localizedText,
  summary: localizedText,
  kind: z.string(),
  runtime: z.string().nullable(),
  difficulty: z.number(),
  minutes: z.number(),
  skills: z.array(z.object({ slug, weight: z.number() })),
});

export const challengeDetail = challengeSummary.extend({
  version: z.int(),
  contentHash: z.string(),
  statement: localizedText,
  /** What is handed in as code, and under which limits; null for other kinds. */
  code: z
    .object({
      entry: z.string(),
      starter: files,
      limits: z.record(z.string(), z.number()),
      imports: z.array(z.string()),
      /** What of a GPU it needs, in MB, whether a worker here has one, and whether the speed marks were proven on it. */
      device: z
        .object({ memory_mb: z.int(), connected: z.boolean(), proven: z.boolean() })
        .nullable(),
    })
    .nullable(),
  hintsTotal: z.int(),
});

export const challengeList = z.object({ items: z.array(challengeSummary) });

const trackItem = z.object({
  type: z.enum(["lesson", "challenge"]),
  slug,
  title: localizedText,
  minutes: z.number(),
});

export const trackSummary = z.object({
  slug,
  title: localizedText,
  summary: localizedText,
  audience: localizedText,
});

export const trackList = z.object({ items: z.array(trackSummary) });

export const trackDetail = trackSummary.extend({
  items: z.array(trackItem),
  beside: z.array(trackItem),
});
