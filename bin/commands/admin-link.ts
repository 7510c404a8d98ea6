import type { Command } from "commander";
import { openInstallation } from "../start/installation";
import { withDatabase } from "../start/installation-database";
import { runningPort } from "../start/running-port";

export function register(program: Command) {
  program
    .command("admin-link")
    .description("print a new link that makes its holder an admin; earlier ones end")
    .option("--json", "print JSON")
    .action((options: { json?: boolean }) => {
      const installation = openInstallation();
      const port = runningPort(installation.dataDir);
      if (port) process.env.PORT = port;
      return withDatabase(installation, async () => {
        const { createAdminLink } = await import("@/lib/accounts/create-admin-link");
        const link = await createAdminLink();
        process.stdout.write(`${options.json ? JSON.stringify({ link }) : link}\n`);
      });
    });
}
