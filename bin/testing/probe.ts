import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { dataPath } from "@/lib/platform/env";
import { freePort } from "../start/postgres";
import { projectPath } from "../start/project";

export type Outcome = { status: number | null; output: string };

export type Probe = {
  pid: number;
  ended: Promise<Outcome>;
  kill: (signal: NodeJS.Signals) => void;
};

type Options = { root?: string; env?: Record<string, string | undefined> };

/** Where nothing answers within this time, something is wrong; no test measures it. */
const PATIENCE_MS = 240_000;

/** An address on loopback that refuses connections: nothing listens on port 1. */
export const REFUSING = "127.0.0.1:1";

/** Settings under which no package can be fetched, and nothing is tried twice. */
export const OFFLINE = {
  npm_config_registry: `http://${REFUSING}/`,
  npm_config_fetch_retries: "0",
  UV_DEFAULT_INDEX: `http://${REFUSING}/simple`,
  UV_HTTP_RETRIES: "0",
  PIP_INDEX_URL: `http://${REFUSING}/simple`,
  PIP_FIND_LINKS: "",
  PIP_RETRIES: "0",
};

/** A temporary folder that other users may enter, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "touchstone-probe-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Puts this installation's Python environment into a data folder, without a copy. */
export const borrowPython = (dataDir: string) =>
  symlinkSync(dataPath("python"), path.join(dataDir, "python"));

/** Runs the command line of a checkout as a person would, with settings of its own. */
export function probe(args: string[], { root = projectPath(), env = {} }: Options = {}): Probe {
  const child = spawn(path.join(root, "bin/touchstone"), args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: "", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<Outcome>((resolve) => {
    child.once("close", (status) => resolve({ status, output }));
  });
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  return { pid: child.pid ?? 0, ended, kill: (signal) => child.kill(signal) };
}

/** Starts an installation, waits until it is healthy, ends it, and tells how it ended. */
export async function startAndStop(dataDir: string): Promise<Outcome> {
  const port = await freePort();
  const running = probe(["start", "--port", String(port)], { env: { DATA_DIR: dataDir } });
  await Promise.race([untilHealthy(port), running.ended]);
  running.kill("SIGTERM");
  return running.ended;
}

/** Waits until the web server on the port says that all is well. */
export async function untilHealthy(port: number): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  while (!signal.aborted) {
    const reply = await fetch(`http://127.0.0.1:${port}/api/health`, { signal }).catch(() => null);
    if (reply?.ok) return;
    await pause(50, undefined, { signal });
  }
}
