import { appendEvents, type NewEvent, type Stream } from "@/lib/grading/append-events";
import type { RunnerEvent } from "@/lib/grading/events";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";

/**
 * Writes events as they come, one statement at a time: what arrives while one is under way goes
 * with the next, so that a slow database never delays a fast runner.
 */
export class EventWriter {
  private waiting: NewEvent[] = [];
  private writing: Promise<void> | null = null;
  private failure: unknown;

  constructor(
    private readonly stream: Stream,
    private readonly attempt: number,
  ) {}

  add({ event, ...data }: RunnerEvent) {
    if (event === "finished") return;
    this.waiting.push({ type: event, data: data as Prisma.InputJsonObject });
    this.writing ??= this.write();
  }

  /** Waits until all is stored. Throws what a write threw. */
  async flush(): Promise<void> {
    await this.writing;
    if (this.failure) throw this.failure;
  }

  private async write(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const batch = this.waiting;
        this.waiting = [];
        await appendEvents(db(), this.stream, this.attempt, batch);
      }
    } catch (error) {
      this.failure = error;
    } finally {
      this.writing = null;
    }
  }
}
