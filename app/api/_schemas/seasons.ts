import { z } from "zod";
import { isoTime, slug, verdictWord } from "./common";

export const fileParams = z.object({ slug, name: z.string().min(1).max(100) });
export const standingsQuery = z.object({
  season: z.coerce.number().int().min(1).max(100_000).optional(),
});

export const seasonDetail = z.object({
  number: z.int(),
  openedAt: isoTime,
  closesAt: isoTime,
  open: z.boolean(),
  prepared: z.boolean(),
  files: z.array(z.object({ name: z.string(), bytes: z.int() })),
  rules: z.object({
    extensions: z.array(z.string()),
    maxKb: z.int(),
    attemptsPerDay: z.int(),
  }),
  attemptsLeft: z.int(),
  nextAt: isoTime.nullable(),
  own: z.array(
    z.object({
      id: z.uuid(),
      createdAt: isoTime,
      verdict: verdictWord.nullable(),
      measured: z.number().nullable(),
      best: z.boolean(),
    }),
  ),
});

export const standings = z.object({
  number: z.int(),
  seasons: z.int(),
  closesAt: isoTime,
  closedAt: isoTime.nullable(),
  rows: z.array(
    z.object({
      rank: z.int(),
      name: z.string(),
      value: z.number(),
      at: isoTime,
      own: z.boolean(),
    }),
  ),
});
