import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Leashed, spawnLeashed } from "./leash";
import { initialiseCluster, SUPERUSER } from "./postgres-cluster";
import type { PostgresHome } from "./postgres-home";
import { StartError } from "./start-error";

export type PostgresOptions = {
  password: string;
  /** The port to try first; another free one is taken when it is not. */
  port?: number;
  /** Further server settings, e.g. { fsync: "off" }. */
  settings?: Record<string, string>;
  onLine?: (line: string) => void;
};

export type RunningPostgres = {
  port: number;
  pid: number;
  /** The address of a database of this server. */
  urlOf(database: string): string;
  exited: Promise<number>;
  /** Sessions end, everything committed is kept. */
  stop(): Promise<void>;
  kill(): void;
};

const READY_WITHIN_MS = 60_000;
const FAST_WITHIN_MS = 30_000;
const IMMEDIATE_WITHIN_MS = 30_000;

const serverUrl = (port: number, password: string, database: string) =>
  `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** Whether a Postgres server runs under the number: not another program, nor the rest of an ended one. */
function isPostgres(pid: number): boolean {
  try {
    return path.basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres");
  } catch {
    return false;
  }
}

/** Whether the server ended within the time. */
async function endsWithin(pid: number, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (isPostgres(pid) && Date.now() < deadline) await pause(25);
  return !isPostgres(pid);
}

/**
 * Ends a server and says whether it did. A fast shutdown that meets a recovery from a crash may
 * never end (seen in 18.4); an immediate one keeps everything committed as well.
 */
async function end(pid: number, fastShutdown: () => void): Promise<boolean> {
  fastShutdown();
  if (await endsWithin(pid, FAST_WITHIN_MS)) return true;
  process.kill(pid, "SIGQUIT");
  return endsWithin(pid, IMMEDIATE_WITHIN_MS);
}

/** Ends a server that its supervisor left behind, and forgets the one of a crashed machine. */
async function clearStale(home: PostgresHome) {
  const file = path.join(home.data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  const interrupt = () => process.kill(pid, "SIGINT");
  if (pid > 0 && isPostgres(pid) && !(await end(pid, interrupt))) {
    // Its file is what keeps a second server off the same data.
    throw new StartError(
      `The Postgres that an earlier start left behind (process ${pid}) does not end.`,
      `End it by "kill -9 ${pid}", then start again.`,
    );
  }
  rmSync(file, { force: true });
}

/** The wanted port if it is free, else any free one. */
export function freePort(wanted = 0, host = "127.0.0.1"): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" && wanted ? resolve(freePort(0, host)) : reject(error),
    );
    server.listen(wanted, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilReady(server: Leashed, url: string, lastLines: string[]) {
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (ended || Date.now() > deadline) {
      server.kill();
      throw new StartError(
        `Postgres did not start: ${lastLines.join("\n  ") || "it said nothing"}`,
        "Mend what it says above, or set DATABASE_URL to a Postgres of your own.",
      );
    }
    await pause(20);
  }
}

/** Starts the embedded Postgres, making its cluster on first use. Throws StartError. */
export async function startPostgres(
  home: PostgresHome,
  options: PostgresOptions,
): Promise<RunningPostgres> {
  if (!existsSync(home.data)) await initialiseCluster(home, options.password);
  await clearStale(home);
  const port = await freePort(options.port);
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    ...options.settings,
  };
  const lastLines: string[] = [];
  const server = spawnLeashed(
    path.join(home.bin, "postgres"),
    [
      "-D",
      home.data,
      ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
    ],
    {
      ...home.user,
      cwd: home.folder,
      env: { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C" },
      signal: "INT",
      onLine: (line) => {
        lastLines.push(line);
        if (lastLines.length > 8) lastLines.shift();
        options.onLine?.(line);
      },
    },
  );
  const urlOf = (database: string) => serverUrl(port, options.password, database);
  await untilReady(server, urlOf("postgres"), lastLines);
  const pid = Number.parseInt(readFileSync(path.join(home.data, "postmaster.pid"), "utf8"), 10);
  return {
    port,
    pid,
    urlOf,
    exited: server.exited,
    stop: async () => {
      if (!(await end(pid, server.release))) server.kill();
      await server.exited;
    },
    kill: server.kill,
  };
}
