import { chmodSync, cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { execute } from "../start/database";
import type { Installation } from "../start/installation";
import { withDatabase } from "../start/installation-database";
import { lockHolder } from "../start/lock";
import { packagedBinaries } from "../start/postgres-home";
import { stepsFile } from "../start/prepare";
import { pythonFolder } from "../start/python";
import { StartError } from "../start/start-error";
import { connectionOf, FORMAT, must, PARTS, unpack, withFolder } from "./archive";

const manifestSchema = z.object({ format: z.literal(FORMAT), at: z.string() });

/**
 * Puts a backup in the place of the installation's database, blobs and keys. Refuses while it
 * runs, and where there is data already unless `force`.
 */
export async function restore(installation: Installation, file: string, force: boolean) {
  const { dataDir } = installation;
  if (lockHolder(dataDir)) {
    throw new StartError("The installation is running.", "Stop it, then restore.");
  }
  await withFolder(async (folder) => {
    await unpack(file, folder);
    checkManifest(path.join(folder, PARTS.manifest));
    await withDatabase(installation, async (url) => {
      if (!force && (await hasPeople(url))) {
        const remedy = "Add --force to replace what is there.";
        throw new StartError("This installation holds data already.", remedy);
      }
      const program = path.join(packagedBinaries(pythonFolder(dataDir)), "pg_restore");
      const clean = ["--clean", "--if-exists", "--no-owner", "--single-transaction"];
      const dump = path.join(folder, PARTS.database);
      const { address, env } = connectionOf(url);
      await must("Restoring the database", program, [...clean, `--dbname=${address}`, dump], env);
      // What was done to the database that stood here says nothing about the one that came back.
      rmSync(stepsFile(dataDir), { force: true });
    });
    for (const part of [PARTS.secrets, PARTS.blobs]) {
      const source = path.join(folder, part);
      if (existsSync(source)) cpSync(source, path.join(dataDir, part), { recursive: true });
    }
    const secrets = path.join(dataDir, PARTS.secrets);
    if (existsSync(secrets)) chmodSync(secrets, 0o600);
  });
}

function readManifest(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function checkManifest(file: string) {
  if (manifestSchema.safeParse(readManifest(file)).success) return;
  throw new StartError("The file is no backup that this version reads.", "Name another file.");
}

async function hasPeople(url: string): Promise<boolean> {
  const known = await execute(url, `SELECT to_regclass('"User"') IS NOT NULL AS known`);
  if (!known.rows[0]?.known) return false;
  return (await execute(url, 'SELECT 1 FROM "User" LIMIT 1')).rowCount === 1;
}
