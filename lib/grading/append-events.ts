import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";

export const EVENTS_CHANNEL = "touchstone_events";

/** What events belong to. */
export type Stream = { submissionId: string } | { runId: string };
export type NewEvent = { type: string; data: Prisma.InputJsonValue };

/**
 * Appends events in one statement, numbered from 1 a stream, and tells listeners at commit.
 * Writers of one stream must hold its row's lock or its claim, so that numbers do not collide.
 */
export async function appendEvents(
  tx: Db,
  stream: Stream,
  attempt: number,
  events: NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const submissionId = "submissionId" in stream ? stream.submissionId : null;
  const runId = "runId" in stream ? stream.runId : null;
  const rows = JSON.stringify(events);
  await tx.$executeRaw`
    WITH last AS (
      SELECT coalesce(max(seq), 0) AS seq FROM "GradingEvent"
      WHERE "submissionId" = ${submissionId}::uuid OR "runId" = ${runId}::uuid
    ), added AS (
      INSERT INTO "GradingEvent" ("submissionId", "runId", attempt, seq, type, data)
      SELECT ${submissionId}::uuid, ${runId}::uuid, ${attempt},
             last.seq + given.ordinality, given.value->>'type', given.value->'data'
      FROM last, jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS given(value, ordinality)
      RETURNING seq
    )
    SELECT pg_notify(${EVENTS_CHANNEL}, ${JSON.stringify(stream)}) FROM added LIMIT 1`;
}
