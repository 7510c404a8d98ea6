import path from "node:path";
import type { Command } from "commander";
import { restore } from "../backup/restore";
import { openInstallation } from "../start/installation";
import { ensurePython } from "../start/python";

export function register(program: Command) {
  program
    .command("restore")
    .description("put a backup in the place of what is there; the installation must be stopped")
    .argument("<file>", "a file that backup wrote")
    .option("--force", "replace data that is there")
    .option("--json", "print JSON")
    .action(async (file: string, options: { force?: boolean; json?: boolean }) => {
      const installation = openInstallation();
      await ensurePython(installation);
      await restore(installation, path.resolve(file), options.force ?? false);
      process.stdout.write(options.json ? `${JSON.stringify({ file })}\n` : `Restored ${file}\n`);
    });
}
