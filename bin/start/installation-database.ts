import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ensureDatabase, execute } from "./database";
import type { Installation } from "./installation";
import { lockHolder, takeLock } from "./lock";
import { type RunningPostgres, startPostgres } from "./postgres";
import { type PostgresHome, postgresHome } from "./postgres-home";
import { pythonFolder } from "./python";
import { StartError } from "./start-error";

const DATABASE = "touchstone";

const stateSchema = z.object({
  password: z.string().min(1),
  folder: z.string().optional(),
  port: z.number().int().optional(),
});
type State = z.infer<typeof stateSchema>;

/** The database of an installation; `server` only when this process started it. */
export type InstallationDatabase = { url: string; server?: RunningPostgres };

const stateFile = (dataDir: string) => path.join(dataDir, "postgres.json");

function readState(dataDir: string): State | undefined {
  const file = stateFile(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new StartError(
      `${file} cannot be read; it holds the password of the embedded Postgres.`,
      "Restore it from a backup, or set DATA_DIR to another folder.",
      { cause: error },
    );
  }
}

function writeState(dataDir: string, state: State) {
  const draft = `${stateFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, stateFile(dataDir));
}

/** Where the embedded Postgres of an installation lives. */
export function embeddedHome(installation: Installation): PostgresHome {
  const { dataDir } = installation;
  const recorded = readState(dataDir)?.folder;
  return postgresHome(pythonFolder(dataDir), path.join(dataDir, "postgres"), recorded);
}

async function checkGiven(url: string) {
  try {
    await execute(url, "SELECT 1");
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    throw new StartError(
      `The database of DATABASE_URL does not answer: ${message || code}`,
      "Start it or correct DATABASE_URL; unset it to use the embedded Postgres.",
      { cause: error },
    );
  }
}

/** Opens the database: the given one, else the embedded one, started. The caller holds the lock. */
export async function openDatabase(
  installation: Installation,
  onLine?: (line: string) => void,
): Promise<InstallationDatabase> {
  const { settings, dataDir } = installation;
  if (settings.DATABASE_URL) {
    await checkGiven(settings.DATABASE_URL);
    return { url: settings.DATABASE_URL };
  }
  const known = readState(dataDir);
  const home = embeddedHome(installation);
  const password = known?.password ?? randomBytes(24).toString("base64url");
  // Recorded first: a cluster whose password is lost could never be opened again.
  writeState(dataDir, { ...known, password, folder: home.folder });
  const server = await startPostgres(home, { password, port: known?.port, onLine });
  writeState(dataDir, { password, folder: home.folder, port: server.port });
  await ensureDatabase(server.urlOf("postgres"), DATABASE);
  return { url: server.urlOf(DATABASE), server };
}

/** The address of the embedded database of an installation that runs in another process. */
function runningUrl(dataDir: string): string {
  const state = readState(dataDir);
  if (!state?.port) {
    throw new StartError("The installation is still starting.", "Wait until it is up.");
  }
  return `postgres://postgres:${encodeURIComponent(state.password)}@127.0.0.1:${state.port}/${DATABASE}`;
}

/**
 * Runs work with DATABASE_URL set: against the running installation, or else with the database
 * started for the occasion.
 */
export async function withDatabase<T>(
  installation: Installation,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const { settings, dataDir } = installation;
  const use = async (url: string) => {
    process.env.DATABASE_URL = url;
    try {
      return await work(url);
    } finally {
      // Idle connections would keep the command from ending.
      const { disconnect } = await import("@/lib/platform/db");
      await disconnect();
    }
  };
  if (settings.DATABASE_URL) {
    await checkGiven(settings.DATABASE_URL);
    return use(settings.DATABASE_URL);
  }
  if (lockHolder(dataDir)) return use(runningUrl(dataDir));
  const giveBack = takeLock(dataDir);
  try {
    const { url, server } = await openDatabase(installation);
    try {
      return await use(url);
    } finally {
      await server?.stop();
    }
  } finally {
    giveBack();
  }
}

/** What tells one database from every other, also after it was dropped and made again. */
export async function databaseIdentity(url: string): Promise<string> {
  const { rows } = await execute(
    url,
    "SELECT oid::text AS identity, current_setting('server_version_num') AS version FROM pg_database WHERE datname = current_database()",
  );
  const address = new URL(url);
  return [address.hostname, address.pathname, rows[0].version, rows[0].identity].join(" ");
}
