import { z } from "zod";

export const localizedText = z.object({ en: z.string(), zh: z.string() });
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);
export const isoTime = z.iso.datetime();

export const verdictWord = z.enum([
  "passed",
  "failed",
  "candidate_error",
  "timed_out",
  "limit_exceeded",
  "checker_error",
  "infrastructure_error",
]);

/** The learner's files by path; their names come from the challenge. */
export const files = z
  .record(z.string().min(1).max(100), z.string().max(262_144))
  .describe('File texts by path, e.g. {"solution.py": "..."}');

/** A page of a list: `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const idParams = z.object({ id: z.uuid() });
export const slugParams = z.object({ slug });
