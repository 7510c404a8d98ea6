import type { Command } from "commander";
import { openInstallation } from "../start/installation";
import { withDatabase } from "../start/installation-database";

const DISAGREES = 1;

export function register(program: Command) {
  program
    .command("replay")
    .description("grade a submission again from what was stored, and say whether it agrees")
    .argument("<submission>", "id of the submission")
    .option("--json", "print JSON")
    .action((id: string, options: { json?: boolean }) =>
      withDatabase(openInstallation(), async () => {
        // Imported once the database is known: what is below reads the settings when loaded.
        const { replaySubmission } = await import("../grading/replay-submission");
        const result = await replaySubmission(id);
        if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
        else {
          const word = result.agrees ? "agrees" : "disagrees";
          process.stdout.write(`${word}: ${result.stored} then, ${result.replayed} now\n`);
          for (const name of result.differing) process.stdout.write(`  differs: ${name}\n`);
        }
        if (!result.agrees) process.exitCode = DISAGREES;
      }),
    );
}
