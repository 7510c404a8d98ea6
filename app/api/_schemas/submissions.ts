import { z } from "zod";
import { files, isoTime, localizedText, pageOf, slug, verdictWord } from "./common";

export const submissionSummary = z.object({
  id: z.uuid(),
  challenge: slug,
  title: localizedText,
  status: z.enum(["in_review", "queued", "running", "done"]),
  verdict: verdictWord.nullable(),
  score: z.number().min(0).max(1).nullable(),
  createdAt: isoTime,
  finishedAt: isoTime.nullable(),
});

const submissionCase = z
  .object({
    index: z.int(),
    name: z.string(),
    title: localizedText,
    visible: z.boolean(),
    points: z.number(),
    outcome: verdictWord,
  })
  .loose();

export const submissionDetail = submissionSummary.extend({
  files,
  upload: z.object({ filename: z.string(), bytes: z.int() }).nullable(),
  revealsAt: isoTime.nullable(),
  attempt: z.uuid().nullable(),
  marked: z.boolean(),
  own: z.boolean(),
  contentHash: z.string(),
  cpuMs: z.number().nullable(),
  wallMs: z.number().nullable(),
  peakMemoryMb: z.number().nullable(),
  queuePosition: z.int().nullable(),
  /** Queued until a worker with a device for it is connected. */
  needsDevice: z.boolean(),
  cases: z.array(submissionCase),
});

export const submissionPage = pageOf(submissionSummary);

export const createSubmissionBody = z.object({
  challenge: slug,
  files: files.optional(),
  upload: z
    .uuid()
    .optional()
    .describe("The id of a file sent to /api/v1/uploads, for challenges that take one"),
});

export const createRunBody = z.object({ challenge: slug, files });

export const listSubmissionsQuery = z.object({
  challenge: slug.optional(),
  verdict: verdictWord.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
