import { z } from "zod";
import { saveReport } from "@/lib/projects/save-report";
import { saveReview } from "@/lib/projects/save-review";
import { saveStaffMarks } from "@/lib/projects/staff-marks";
import { declare } from "../_declare/route-declaration";
import { idParams, isoTime } from "../_schemas/common";
import { saveMarksBody, saveReportBody } from "../_schemas/projects";

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
