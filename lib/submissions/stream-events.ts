import type { Actor } from "@/lib/auth/actor";
import { caseEvent } from "@/lib/grading/events";
import { followEvents, IDLE, type StoredEvent } from "@/lib/grading/follow-events";
import { presentCase } from "@/lib/grading/present-case";
import { queuePosition } from "./queue-position";
import { requireVisible } from "./require-visible";
import { waitsForDevice } from "./waits-for-device";

/**
 * What happens to a submission, for somebody who may see it. Throws submission_not_found before
 * the first event; yields IDLE while nothing happens.
 */
export async function streamSubmissionEvents(
  actor: Actor,
  id: string,
  afterSeq: number,
  signal: AbortSignal,
): Promise<AsyncGenerator<StoredEvent | typeof IDLE>> {
  await requireVisible(actor, id);
  return present(id, afterSeq, signal);
}

async function* present(id: string, afterSeq: number, signal: AbortSignal) {
  for await (const event of followEvents({ submissionId: id }, afterSeq, signal)) {
    yield event === IDLE ? IDLE : await presentEvent(event, id);
  }
}

async function presentEvent(event: StoredEvent, id: string): Promise<StoredEvent> {
  if (event.type === "queued") {
    const [position, needsDevice] = await Promise.all([queuePosition(id), waitsForDevice(id)]);
    return { ...event, data: { position, needsDevice } };
  }
  return presentStored(event);
}

/** The event without what its reader must not see. */
export function presentStored(event: StoredEvent): StoredEvent {
  if (event.type !== "case") return event;
  const stored = caseEvent.parse({ ...(event.data as object), event: "case" });
  return { ...event, data: presentCase(stored) };
}
