import { setTimeout as pause } from "node:timers/promises";
import { StartError } from "../start/start-error";

const WITHIN_MS = 90_000;

/** Waits until the web server says that it is healthy. Throws StartError. */
export async function waitForWeb(origin: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + WITHIN_MS;
  let last = "it does not answer";
  while (Date.now() < deadline && !signal.aborted) {
    try {
      const reply = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5000) });
      if (reply.ok) return;
      last = `it answers ${reply.status}`;
    } catch (error) {
      last = String((error as Error).cause ?? error);
    }
    await pause(50);
  }
  if (signal.aborted) return;
  throw new StartError(
    `The web server did not become healthy: ${last}`,
    "Read its log lines above; bin/touchstone doctor checks the machine.",
  );
}
