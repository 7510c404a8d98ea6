import type { Command } from "commander";
import { announce } from "../start/announce";
import { toPort } from "../start/port";
import { runInstallation } from "../start/run-installation";

export function register(program: Command) {
  program
    .command("start")
    .description("prepare what is missing, then run web, worker and Postgres")
    .option("--port <number>", "port of the web server (PORT)", toPort)
    .option("--demo", "add a demonstration data set, marked as such")
    .option("--timings <file>", "write how long each step took, as JSON")
    .action((options: { port?: number; demo?: boolean; timings?: string }) =>
      runInstallation({
        mode: "production",
        port: options.port,
        onReady: (installation, timings) => announce(installation, timings, options),
      }),
    );
}
