import { z } from "zod";
import { files, isoTime, localizedText, pageOf, slug, verdictWord } from "./common";

export const submissionSummary = z.object({
  id: z.uuid(),
  challenge: slug,
  title: localizedText,
  status: z.enum(["queued", "running", "done"]),
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
  attempt: z.uuid().nullable(),
  contentHash: z.string(),
  cpuMs: z.number().nullable(),
  wallMs: z.number().nullable(),
  peakMemoryMb: z.number().nullable(),
  queuePosition: z.int().nullable(),
  cases: z.array(submissionCase),
});

export const submissionPage = pageOf(submissionSummary);

export const createSubmissionBody = z.object({ challenge: slug, files });

export const listSubmissionsQuery = z.object({
  challenge: slug.optional(),
  verdict: verdictWord.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
