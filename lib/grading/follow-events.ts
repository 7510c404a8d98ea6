import { db } from "@/lib/platform/db";
import type { Stream } from "./append-events";
import { onEvents } from "./listen-events";

export type StoredEvent = { seq: number; attempt: number; type: string; data: unknown };

/** Types after which nothing follows, unless what is done is judged anew. */
const LAST_TYPES = new Set(["verdict", "result"]);
const isLast = (event: StoredEvent) => LAST_TYPES.has(event.type);

/** A sign that nothing happened for a while; lets the reader check that he may still read. */
export const IDLE = Symbol("idle");
const IDLE_MS = 15_000;

/**
 * A stream's events after `afterSeq`, then new ones as they come, each once and in order, until
 * the last. Listens before it reads, so that none falls between. Yields IDLE every 15 seconds.
 */
export async function* followEvents(
  stream: Stream,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<StoredEvent | typeof IDLE> {
  const bell = new Bell(signal);
  const id = "submissionId" in stream ? stream.submissionId : stream.runId;
  const stop = await onEvents(id, () => bell.ring());
  let seq = afterSeq;
  try {
    while (!signal.aborted) {
      const events = await eventsAfter(stream, seq);
      const last = events.findLast(isLast);
      for (const event of events) {
        seq = event.seq;
        // A verdict that another one took the place of is no end.
        if (isLast(event) && event !== last) continue;
        yield event;
        if (event === last) return;
      }
      if (!(await bell.rung(IDLE_MS))) yield IDLE;
    }
  } finally {
    stop();
  }
}

export function eventsAfter(stream: Stream, seq: number): Promise<StoredEvent[]> {
  return db().gradingEvent.findMany({
    where: { ...stream, seq: { gt: seq } },
    orderBy: { seq: "asc" },
    select: { seq: true, attempt: true, type: true, data: true },
  });
}

/** Remembers a ring until somebody waits for it. */
class Bell {
  private pending = false;
  private wake: (() => void) | null = null;

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.ring(), { once: true });
  }

  ring() {
    this.pending = true;
    this.wake?.();
  }

  /** True when rung within the time, in milliseconds. */
  async rung(withinMs: number): Promise<boolean> {
    if (!this.pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = null;
    }
    const was = this.pending;
    this.pending = false;
    return was;
  }
}
