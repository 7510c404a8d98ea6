import { type Command, InvalidArgumentError } from "commander";
import { announce } from "../start/announce";
import { runInstallation } from "../start/run-installation";

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new InvalidArgumentError("A port is a number from 1 to 65535.");
}

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
