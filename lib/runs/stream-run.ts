import type { Actor } from "@/lib/auth/actor";
import { followEvents, IDLE, type StoredEvent } from "@/lib/grading/follow-events";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { presentStored } from "@/lib/submissions/stream-events";
import { hashReadKey } from "./start-run";

/**
 * A run's events for whoever holds its key; an account's run also needs its account. The run is
 * deleted once its result was delivered. Throws run_not_found.
 */
export async function streamRun(
  actor: Actor,
  runId: string,
  readKey: string,
  afterSeq: number,
  signal: AbortSignal,
): Promise<AsyncGenerator<StoredEvent | typeof IDLE>> {
  const userId = actor.kind === "user" ? actor.userId : null;
  const run = await db().run.findFirst({
    where: { id: runId, readKeyHash: hashReadKey(readKey), OR: [{ userId: null }, { userId }] },
    select: { id: true },
  });
  if (!run) throw notFound("run_not_found");
  return deliver(runId, afterSeq, signal);
}

async function* deliver(runId: string, afterSeq: number, signal: AbortSignal) {
  for await (const event of followEvents({ runId }, afterSeq, signal)) {
    yield event === IDLE ? IDLE : presentStored(event);
    if (event !== IDLE && event.type === "result") {
      await db().run.deleteMany({ where: { id: runId } });
    }
  }
}
