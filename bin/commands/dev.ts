import type { Command } from "commander";
import { announce } from "../start/announce";
import { toPort } from "../start/port";
import { runInstallation } from "../start/run-installation";

export function register(program: Command) {
  program
    .command("dev")
    .description("run from the sources and reload on every change")
    .option("--port <number>", "port of the web server (PORT)", toPort)
    .action((options: { port?: number }) =>
      runInstallation({
        mode: "development",
        port: options.port,
        onReady: (installation, timings) => announce(installation, timings, {}),
      }),
    );
}
