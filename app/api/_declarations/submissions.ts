import { Readable } from "node:stream";
import { z } from "zod";
import { listSubmissions } from "@/lib/submissions/list-submissions";
import { openFile } from "@/lib/submissions/open-file";
import { readSubmission } from "@/lib/submissions/read-submission";
import { streamSubmissionEvents } from "@/lib/submissions/stream-events";
import { submit } from "@/lib/submissions/submit";
import { attachment } from "../_declare/attachment";
import { eventStream, lastEventId } from "../_declare/event-stream";
import { IDEMPOTENCY, idempotencyKeyOf } from "../_declare/idempotency-key";
import { declare } from "../_declare/route-declaration";
import { idParams } from "../_schemas/common";
import {
  createSubmissionBody,
  listSubmissionsQuery,
  submissionDetail,
  submissionPage,
} from "../_schemas/submissions";

export const createSubmission = declare({
  method: "POST",
  path: "/submissions",
  operationId: "createSubmission",
  tag: "Submissions",
  summary: "Submit code to be graded",
  access: "user",
  scope: "submissions:write",
  body: createSubmissionBody,
  requestHeaders: IDEMPOTENCY,
  success: {
    status: 201,
    description: "Stored and queued",
    schema: z.object({ id: z.uuid() }),
  },
  errors: [404, 409],
  limit: { name: "submit", points: 30, seconds: 60 },
  handler: async ({ actor, body, request }) => {
    const key = idempotencyKeyOf(request);
    const created = await submit(actor, {
      ...{ ...body, ...(key !== undefined && { idempotencyKey: key }) },
    });
    return { body: created, headers: { location: `/api/v1/submissions/${created.id}` } };
  },
});

export const listOwnSubmissions = declare({
  method: "GET",
  path: "/submissions",
  operationId: "listSubmissions",
  tag: "Submissions",
  summary: "Your submissions, newest first",
  access: "user",
  scope: "submissions:read",
  query: listSubmissionsQuery,
  success: { status: 200, description: "A page of submissions", schema: submissionPage },
  handler: async ({ actor, query }) => ({ body: await listSubmissions(actor, query) }),
});

export const getSubmission = declare({
  method: "GET",
  path: "/submissions/{id}",
  operationId: "getSubmission",
  tag: "Submissions",
  summary: "One submission with its cases",
  access: "user",
  scope: "submissions:read",
  params: idParams,
  success: { status: 200, description: "The submission", schema: submissionDetail },
  handler: async ({ actor, params }) => ({ body: await readSubmission(actor, params.id) }),
});

export const getSubmissionFile = declare({
  method: "GET",
  path: "/submissions/{id}/file",
  operationId: "getSubmissionFile",
  tag: "Submissions",
  summary: "The file that was handed in",
  access: "user",
  scope: "submissions:read",
  params: idParams,
  success: { status: 200, description: "The file", contentType: "application/octet-stream" },
  handler: async ({ actor, params }) => {
    const { filename, bytes, stream } = await openFile(actor, params.id);
    const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
    return attachment(filename, "application/octet-stream", body, bytes);
  },
});

export const getSubmissionEvents = declare({
  method: "GET",
  path: "/submissions/{id}/events",
  operationId: "getSubmissionEvents",
  tag: "Submissions",
  summary: "What happens to a submission, live (server-sent events), until its verdict",
  access: "user",
  scope: "submissions:read",
  params: idParams,
  requestHeaders: { "Last-Event-ID": { description: "Resume after this event" } },
  success: { status: 200, description: "A stream of events", contentType: "text/event-stream" },
  handler: async ({ actor, params, request }) =>
    eventStream(request, (signal) =>
      streamSubmissionEvents(actor, params.id, lastEventId(request), signal),
    ),
});
