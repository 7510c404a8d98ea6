import { secrets } from "@/lib/platform/secrets";
import { showStep } from "../bootstrap/progress.js";
import { onTermination } from "../supervise/signals";
import { type Program, Supervised } from "../supervise/supervised";
import { waitForWeb } from "../supervise/wait-for-web";
import { ensureEmbeddingModel } from "./embedding-model";
import { type Installation, type Overrides, openInstallation } from "./installation";
import { type InstallationDatabase, openDatabase } from "./installation-database";
import { takeLock } from "./lock";
import { checkPort } from "./port";
import { prepareBuild, prepareDatabase } from "./prepare";
import { projectPath } from "./project";
import { ensurePython } from "./python";
import { requireSandbox } from "./require-sandbox";
import { notePort } from "./running-port";
import { ensureSandbox } from "./sandbox";
import type { Timings } from "./steps";

export type Mode = "production" | "development";

export type RunOptions = Overrides & {
  mode: Mode;
  /** Called once everything answers, with how long each step took. */
  onReady: (installation: Installation, timings: Timings) => Promise<void>;
};

/** What Postgres calls fatal to a client that asks too early, as we do until it answers. */
const UNTIL_UP = /the database system is (starting up|not yet accepting connections)/;
const NEXT = "node_modules/next/dist/bin/next";

function programs(installation: Installation, mode: Mode, env: NodeJS.ProcessEnv): Program[] {
  const { HOST, PORT } = installation.settings;
  const cwd = projectPath();
  const command = process.execPath;
  const verb = mode === "production" ? "start" : "dev";
  const watch = mode === "production" ? [] : ["watch"];
  const tsx = projectPath("node_modules/tsx/dist/cli.mjs");
  const loader = mode === "production" ? ["--import", "tsx"] : [tsx, ...watch];
  return [
    {
      ...{ name: "web", command, cwd, env },
      args: [projectPath(NEXT), verb, "--hostname", HOST, "--port", String(PORT)],
    },
    { name: "worker", command, cwd, env, args: [...loader, projectPath("workers/main.ts")] },
  ];
}

const say = (name: string, line: string) => process.stdout.write(`${name.padEnd(8)} │ ${line}\n`);

/** The address at which this machine reaches the web server. */
function localOrigin({ HOST, PORT }: Installation["settings"]): string {
  const host = HOST === "0.0.0.0" ? "127.0.0.1" : HOST === "::" ? "[::1]" : HOST;
  return `http://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${PORT}`;
}

/** Everything that must be in place before a program starts; returns the open database. */
async function prepare(
  installation: Installation,
  mode: Mode,
  timings: Timings,
): Promise<InstallationDatabase> {
  await ensurePython(installation, timings);
  await ensureEmbeddingModel(installation, timings);
  const bwrap = await ensureSandbox(installation);
  process.env.BWRAP_PATH = bwrap;
  const sandbox = requireSandbox(installation, bwrap, mode === "production");
  // Awaited once the database is up, which takes as long; it may fail earlier.
  sandbox.catch(() => undefined);
  const begun = performance.now();
  const database = await openDatabase(installation, (line) => {
    if (/(FATAL|PANIC):/.test(line) && !UNTIL_UP.test(line)) say("postgres", line);
  });
  timings.Postgres = performance.now() - begun;
  process.env.DATABASE_URL = database.url;
  try {
    secrets();
    await sandbox;
    await prepareDatabase(installation, database.url, timings);
    if (mode === "production") await prepareBuild(timings);
  } catch (error) {
    await database.server?.stop();
    throw error;
  }
  return database;
}

/** Runs web and worker until a signal ends them. */
async function supervise(
  installation: Installation,
  database: InstallationDatabase,
  timings: Timings,
  { mode, onReady }: RunOptions,
) {
  notePort(installation.dataDir, installation.settings.PORT);
  const env = { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" };
  const children = programs(installation, mode, env).map((each) => new Supervised(each, say));
  const stopped = new AbortController();
  const ended = new Promise<void>((resolve) =>
    stopped.signal.addEventListener("abort", () => resolve()),
  );
  onTermination(
    () => stopped.abort(),
    () => {
      for (const child of children) child.kill();
    },
  );
  void database.server?.exited.then((status) => {
    if (stopped.signal.aborted) return;
    say("postgres", `ended with status ${status}; everything stops`);
    process.exitCode = 1;
    stopped.abort();
  });
  const begun = performance.now();
  try {
    for (const child of children) child.start();
    await waitForWeb(localOrigin(installation.settings), stopped.signal);
    timings["web and worker"] = performance.now() - begun;
    if (!stopped.signal.aborted) await onReady(installation, timings);
    await ended;
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

/** Prepares the installation, runs it, and returns when it was asked to end. */
export async function runInstallation(options: RunOptions): Promise<void> {
  const installation = openInstallation({ port: options.port });
  const { HOST, PORT } = installation.settings;
  const giveBack = takeLock(installation.dataDir);
  const timings: Timings = {};
  try {
    await checkPort(HOST, PORT);
    const database = await prepare(installation, options.mode, timings);
    try {
      await supervise(installation, database, timings, options);
    } finally {
      const { disconnect } = await import("@/lib/platform/db");
      await disconnect();
      if (database.server) await showStep("Postgres stopped", () => database.server?.stop());
    }
  } finally {
    giveBack();
  }
}
