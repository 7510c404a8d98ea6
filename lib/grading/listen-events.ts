import pg from "pg";
import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { EVENTS_CHANNEL } from "./append-events";

type Wake = () => void;

/**
 * One LISTEN connection a process. Listeners are only woken, by stream id; what happened they
 * read from the rows. After a lost connection all are woken, since a notice may have been missed.
 */
class EventListener {
  private readonly wakes = new Map<string, Set<Wake>>();
  private connecting: Promise<void> | null = null;

  async subscribe(streamId: string, wake: Wake): Promise<() => void> {
    const group = this.wakes.get(streamId) ?? new Set();
    this.wakes.set(streamId, group.add(wake));
    this.connecting ??= this.connect();
    await this.connecting;
    return () => {
      group.delete(wake);
      if (group.size === 0) this.wakes.delete(streamId);
    };
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: settings().DATABASE_URL,
      application_name: "touchstone events",
    });
    client.on("notification", ({ payload }) => this.wake(payload ?? "{}"));
    client.once("error", (error) => this.reconnect(client, error));
    client.once("end", () => this.reconnect(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${EVENTS_CHANNEL}`);
    } catch (error) {
      this.connecting = null;
      throw error;
    }
  }

  private reconnect(client: pg.Client, error?: Error) {
    client.removeAllListeners();
    client.on("error", () => undefined);
    void client.end();
    if (error) log.warn({ err: error }, "the event connection was lost");
    this.connecting = null;
    if (this.wakes.size === 0) return;
    this.connecting = this.connect();
    this.connecting.then(
      () => this.wakeAll(),
      () => setTimeout(() => this.reconnect(client), 1_000),
    );
  }

  private wake(payload: string) {
    const { submissionId, runId, rankingId } = JSON.parse(payload) as {
      submissionId?: string;
      runId?: string;
      rankingId?: string;
    };
    for (const wake of this.wakes.get(submissionId ?? runId ?? rankingId ?? "") ?? []) wake();
  }

  private wakeAll() {
    for (const group of this.wakes.values()) for (const wake of group) wake();
  }
}

const shared = globalThis as typeof globalThis & { touchstoneEvents?: EventListener };

/** Calls `wake` whenever the stream has new rows. Resolves, listening, to the way to stop. */
export function onEvents(streamId: string, wake: Wake): Promise<() => void> {
  shared.touchstoneEvents ??= new EventListener();
  return shared.touchstoneEvents.subscribe(streamId, wake);
}
