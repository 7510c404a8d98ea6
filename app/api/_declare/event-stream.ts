import { actorOfRequest } from "@/app/_session/actor-of-request";
import { IDLE, type StoredEvent } from "@/lib/grading/follow-events";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { fixedHeaders } from "./fixed-headers";

type Events = AsyncGenerator<StoredEvent | typeof IDLE>;

const LARGEST_ID = 2_147_483_647;

/** Where the reader left off: the standard header, or 0. */
export function lastEventId(request: Request): number {
  const id = Number(request.headers.get("last-event-id") ?? 0);
  return Number.isInteger(id) && id >= 0 && id <= LARGEST_ID ? id : 0;
}

/**
 * Events as a text/event-stream. An idle sign becomes a comment, and rechecks who is asking:
 * somebody who signed out elsewhere gets no more.
 */
export async function eventStream(
  request: Request,
  open: (signal: AbortSignal) => Promise<Events>,
): Promise<Response> {
  const abort = new AbortController();
  request.signal.addEventListener("abort", () => abort.abort(), { once: true });
  const asked = await identity(request);
  const events = await open(abort.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await events.next();
        // The reader left, and the stream was closed with him.
        if (abort.signal.aborted) return;
        if (done || value === undefined) return controller.close();
        if (value === IDLE && (await identity(request)) !== asked) return controller.close();
        controller.enqueue(encoder.encode(value === IDLE ? ": idle\n\n" : format(value)));
      } catch (error) {
        log.error({ err: error }, "an event stream failed");
        controller.error(error);
      }
    },
    cancel: () => abort.abort(),
  });
  return new Response(body, {
    headers: {
      ...fixedHeaders(),
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** Who is asking and as what; a token that has ended since is nobody's. */
async function identity(request: Request): Promise<string> {
  try {
    const actor = await actorOfRequest(request);
    return actor.kind === "user" ? `${actor.role} ${actor.userId}` : actor.kind;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const format = ({ seq, attempt, type, data }: StoredEvent): string =>
  `id: ${seq}\nevent: ${type}\ndata: ${JSON.stringify({ ...(data as object), attempt })}\n\n`;
