import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { parseSettings } from "@/lib/platform/env";
import { freePort } from "../start/postgres";
import { projectPath } from "../start/project";

export type Outcome = { status: number | null; output: string };

export type Probe = {
  pid: number;
  ended: Promise<Outcome>;
  /** Resolves once the text was printed, or all is over. */
  shows: (text: string) => Promise<unknown>;
  kill: (signal: NodeJS.Signals) => void;
};

type Options = {
  root?: string;
  env?: Record<string, string | undefined>;
  /** A program that runs the command line it is given. */
  within?: string[];
};

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

/** Puts this installation's Python environment and model into a data folder, without a copy. */
export function borrowPython(dataDir: string, parts = ["python", "models"]) {
  // Not `settings()`: a test that goes on in the probed installation reads its own later.
  const own = path.resolve(projectPath(), parseSettings(process.env).DATA_DIR);
  for (const name of parts) {
    const place = path.join(own, name);
    if (existsSync(place)) symlinkSync(place, path.join(dataDir, name));
  }
}

/** Runs the command line of a checkout as a person would, with settings of its own. */
export function probe(
  args: string[],
  { root = projectPath(), env = {}, within = [] }: Options = {},
): Probe {
  const [command = "", ...rest] = [...within, path.join(root, "bin/touchstone"), ...args];
  const child = spawn(command, rest, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: "", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const printed = new EventEmitter();
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
    printed.emit("more");
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<Outcome>((resolve) => {
    child.once("close", (status) => resolve({ status, output }));
  });
  const until = async (text: string) => {
    while (!output.includes(text)) await once(printed, "more");
  };
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const shows = (text: string) => Promise.race([until(text), ended]);
  return { pid: child.pid ?? 0, ended, shows, kill: (signal) => child.kill(signal) };
}

/** What a start prints last, when everything answers. */
export const UP = "Ctrl-C stops everything cleanly";

/** Starts an installation, waits until it is up, ends it, and tells how it ended. */
export async function startAndStop(dataDir: string): Promise<Outcome> {
  const port = await freePort();
  const running = probe(["start", "--port", String(port)], { env: { DATA_DIR: dataDir } });
  await running.shows(UP);
  running.kill("SIGTERM");
  return running.ended;
}
