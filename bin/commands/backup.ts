import path from "node:path";
import type { Command } from "commander";
import { backup } from "../backup/backup";
import { openInstallation } from "../start/installation";
import { ensurePython } from "../start/python";

export function register(program: Command) {
  program
    .command("backup")
    .description("write database, blobs and keys into one file; works while it runs")
    .argument("<file>", "where to, e.g. touchstone.tar.gz")
    .option("--json", "print JSON")
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const installation = openInstallation();
      await ensurePython(installation);
      await backup(installation, path.resolve(file));
      process.stdout.write(json ? `${JSON.stringify({ file })}\n` : `Backup written to ${file}\n`);
    });
}
