import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { projectPath } from "./project";
import { StartError } from "./start-error";

const RELEASE_TIMERS = pathToFileURL(projectPath("bin/start/release-timers.js")).href;

/** Runs one statement and ends the connection. */
export async function execute(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes the database unless it exists. `url` names it. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const known = await execute(
    serverUrl,
    `SELECT 1 FROM pg_database WHERE datname = ${pg.escapeLiteral(name)}`,
  );
  if (known.rowCount === 0)
    await execute(serverUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
}

function migrateSchema(url: string): Promise<void> {
  const prisma = projectPath("node_modules/prisma/build/index.js");
  const child = spawn(process.execPath, ["--import", RELEASE_TIMERS, prisma, "migrate", "deploy"], {
    cwd: projectPath(),
    env: {
      ...process.env,
      DATABASE_URL: url,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      reject(
        new StartError(
          `The database's schema could not be brought up to date:\n${output.trim()}`,
          "Restore the backup made before the upgrade, or mend what is named above.",
        ),
      );
    });
  });
}

/** Brings the application's and the queue's schema up to date. Throws StartError. */
export async function migrate(url: string): Promise<void> {
  await migrateSchema(url);
  await runMigrations({ connectionString: url });
}
