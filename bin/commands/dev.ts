import type { Command } from "commander";
import { announce } from "../start/announce";
import { runInstallation } from "../start/run-installation";

export function register(program: Command) {
  program
    .command("dev")
    .description("run from the sources and reload on every change")
    .option("--port <number>", "port of the web server (PORT)", Number)
    .action((options: { port?: number }) =>
      runInstallation({
        mode: "development",
        port: options.port,
        onReady: (installation, timings) => announce(installation, timings, {}),
      }),
    );
}
