import { type ChildProcess, spawn } from "node:child_process";
import type { Actor } from "@/lib/auth/actor";
import { IDLE, type StoredEvent } from "@/lib/grading/follow-events";
import { streamSubmissionEvents } from "@/lib/submissions/stream-events";

const running: ChildProcess[] = [];

/** A real worker process of its own. */
export function startWorker(env: Record<string, string> = {}): ChildProcess {
  const own = { WORKER_SLOTS: "1", WORKER_RUNTIMES: "python-numpy", ...env };
  const child = spawn(process.execPath, ["--import", "tsx", "workers/main.ts"], {
    env: { ...process.env, ...own },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.push(child);
  return child;
}

export const ended = (child: ChildProcess) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(null);
    else child.once("exit", resolve);
  });

/** Ends all that were started. */
export async function endWorkers(): Promise<void> {
  for (const child of running.splice(0)) {
    child.kill("SIGTERM");
    await ended(child);
  }
}

/** Follows until `until` holds or the verdict is in; returns all that was seen. */
export async function follow(actor: Actor, id: string, until = (_: StoredEvent) => false) {
  const seen: StoredEvent[] = [];
  const leave = new AbortController();
  for await (const event of await streamSubmissionEvents(actor, id, 0, leave.signal)) {
    if (event === IDLE) continue;
    seen.push(event);
    if (until(event)) break;
  }
  return seen;
}
