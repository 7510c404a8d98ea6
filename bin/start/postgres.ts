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
  /** Fast shutdown: sessions end, everything committed is kept. */
  stop(): Promise<void>;
  kill(): void;
};

const READY_WITHIN_MS = 60_000;

const serverUrl = (port: number, password: string, database: string) =>
  `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

const isAlive = (pid: number) => existsSync(`/proc/${pid}`);

/** Whether the process is a Postgres server, and not another one that got its number. */
function isPostgres(pid: number): boolean {
  try {
    return path.basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres");
  } catch {
    return false;
  }
}

/** Ends a server that its supervisor left behind, and forgets the one of a crashed machine. */
async function clearStale(home: PostgresHome) {
  const file = path.join(home.data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (pid > 0 && isPostgres(pid)) {
    process.kill(pid, "SIGINT");
    const deadline = Date.now() + READY_WITHIN_MS;
    while (isAlive(pid) && Date.now() < deadline) await pause(25);
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
      server.release();
      await server.exited;
    },
    kill: server.kill,
  };
}
