import { cpSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Installation } from "../start/installation";
import { withDatabase } from "../start/installation-database";
import { packagedBinaries } from "../start/postgres-home";
import { pythonFolder } from "../start/python";
import { connectionOf, FORMAT, must, PARTS, pack, withFolder } from "./archive";

/** Writes database, blobs and keys into one file, readable by its owner alone. */
export async function backup(installation: Installation, file: string): Promise<void> {
  const { dataDir } = installation;
  await withDatabase(installation, (url) =>
    withFolder(async (folder) => {
      const dump = path.join(packagedBinaries(pythonFolder(dataDir)), "pg_dump");
      const target = path.join(folder, PARTS.database);
      const { address, env } = connectionOf(url);
      const args = ["--format=custom", `--file=${target}`, address];
      await must("Dumping the database", dump, args, env);
      for (const part of [PARTS.secrets, PARTS.blobs]) {
        const source = path.join(dataDir, part);
        if (existsSync(source)) cpSync(source, path.join(folder, part), { recursive: true });
      }
      const manifest = { format: FORMAT, at: new Date().toISOString() };
      writeFileSync(path.join(folder, PARTS.manifest), JSON.stringify(manifest));
      await pack(folder, file);
    }),
  );
}
