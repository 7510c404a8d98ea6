import { Readable } from "node:stream";
import { z } from "zod";
import { attachFile } from "@/lib/projects/attach-file";
import { openPieceFile, openReviewFile } from "@/lib/projects/open-piece-file";
import { saveReport } from "@/lib/projects/save-report";
import { saveReview } from "@/lib/projects/save-review";
import { saveStaffMarks } from "@/lib/projects/staff-marks";
import { attachment } from "../_declare/attachment";
import { declare } from "../_declare/route-declaration";
import { idParams, isoTime } from "../_schemas/common";
import { attachFileBody, fileParams, saveMarksBody, saveReportBody } from "../_schemas/projects";

const TAG = "Projects";
const LIMIT = { points: 240, seconds: 60 };
const kept = z.object({ savedAt: isoTime });

export const putReport = declare({
  method: "PUT",
  path: "/pieces/{id}/report",
  operationId: "saveReport",
  tag: TAG,
  summary: "Keep the report of a piece that is being written",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  body: saveReportBody,
  success: {
    status: 200,
    description: "Kept; the next save is written on this revision",
    schema: z.object({ revision: z.int() }),
  },
  errors: [409],
  limit: { name: "report", ...LIMIT },
  handler: async ({ actor, params, body }) => ({ body: await saveReport(actor, params.id, body) }),
});

export const putReviewMarks = declare({
  method: "PUT",
  path: "/reviews/{id}/marks",
  operationId: "saveReview",
  tag: TAG,
  summary: "Keep a review that is being written",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  body: saveMarksBody,
  success: { status: 200, description: "Kept", schema: kept },
  errors: [409],
  limit: { name: "review", ...LIMIT },
  handler: async ({ actor, params, body }) => ({
    body: await saveReview(actor, params.id, body.marks),
  }),
});

export const putStaffMarks = declare({
  method: "PUT",
  path: "/pieces/{id}/marks",
  operationId: "saveStaffMarks",
  tag: TAG,
  summary: "Keep staff's marks of a piece that are being written (staff)",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  body: saveMarksBody,
  success: { status: 200, description: "Kept", schema: kept },
  errors: [409],
  limit: { name: "marks", ...LIMIT },
  handler: async ({ actor, params, body }) => ({
    body: await saveStaffMarks(actor, params.id, body.marks),
  }),
});

export const postPieceFile = declare({
  method: "POST",
  path: "/pieces/{id}/files",
  operationId: "attachFile",
  tag: TAG,
  summary: "Put an uploaded file beside a report",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  body: attachFileBody,
  success: {
    status: 200,
    description: "Attached",
    schema: z.object({ attached: z.literal(true) }),
  },
  errors: [409, 422],
  limit: { name: "attach", points: 30, seconds: 60 },
  handler: async ({ actor, params, body }) => {
    await attachFile(actor, params.id, body.upload);
    return { body: { attached: true as const } };
  },
});

const FILE = {
  status: 200,
  description: "The file",
  contentType: "application/octet-stream",
} as const;

const sent = ({ filename, bytes, stream }: Awaited<ReturnType<typeof openPieceFile>>) => {
  const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  return attachment(filename, FILE.contentType, body, bytes);
};

export const getPieceFile = declare({
  method: "GET",
  path: "/pieces/{id}/files/{number}",
  operationId: "getPieceFile",
  tag: TAG,
  summary: "A file of your own piece; staff get those of any that is handed in",
  access: "user",
  scope: "submissions:read",
  params: fileParams,
  success: FILE,
  handler: async ({ actor, params }) => sent(await openPieceFile(actor, params.id, params.number)),
});

export const getReviewFile = declare({
  method: "GET",
  path: "/reviews/{id}/files/{number}",
  operationId: "getReviewFile",
  tag: TAG,
  summary: "A file of the piece that you review",
  access: "user",
  scope: "submissions:read",
  params: fileParams,
  success: FILE,
  errors: [409],
  handler: async ({ actor, params }) => sent(await openReviewFile(actor, params.id, params.number)),
});
