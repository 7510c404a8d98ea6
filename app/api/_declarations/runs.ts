import { z } from "zod";
import { startRun } from "@/lib/runs/start-run";
import { streamRun } from "@/lib/runs/stream-run";
import { eventStream, lastEventId } from "../_declare/event-stream";
import { declare } from "../_declare/route-declaration";
import { idParams } from "../_schemas/common";
import { createRunBody } from "../_schemas/submissions";

export const createRun = declare({
  method: "POST",
  path: "/runs",
  operationId: "createRun",
  tag: "Runs",
  summary: "Run code on the visible cases; nothing is kept",
  access: "anyone",
  scope: "submissions:write",
  body: createRunBody,
  success: {
    status: 201,
    description: "Queued",
    schema: z.object({ id: z.uuid(), readKey: z.string() }),
  },
  errors: [404],
  limit: { name: "run-requests", points: 60, seconds: 60 },
  handler: async ({ actor, body }) => ({ body: await startRun(actor, body) }),
});

export const getRunEvents = declare({
  method: "GET",
  path: "/runs/{id}/events",
  operationId: "getRunEvents",
  tag: "Runs",
  summary: "What happens to a run, live (server-sent events), until its result",
  access: "anyone",
  scope: "submissions:read",
  params: idParams,
  query: z.object({ key: z.string().min(1).max(100) }),
  requestHeaders: { "Last-Event-ID": { description: "Resume after this event" } },
  success: { status: 200, description: "A stream of events", contentType: "text/event-stream" },
  handler: async ({ actor, params, query, request }) =>
    eventStream(request, (signal) =>
      streamRun(actor, params.id, query.key, lastEventId(request), signal),
    ),
});
