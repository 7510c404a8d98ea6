import { z } from "zod";

export const saveReportBody = z.object({
  report: z.string().max(60_000).describe("Markdown"),
  revision: z.int().min(0).describe("The revision that this was written on"),
});

export const saveMarksBody = z.object({
  marks: z
    .record(
      z.string().max(64),
      z.object({ level: z.int().min(0).max(4).nullable(), comment: z.string().max(4_000) }),
    )
    .describe("By the criterion's slug"),
});

export const attachFileBody = z.object({ upload: z.uuid() });

export const fileParams = z.object({
  id: z.uuid(),
  number: z.coerce.number().int().min(1).max(10),
});
