import type { Command } from "commander";
import { openInstallation } from "../start/installation";
import { withDatabase } from "../start/installation-database";

const DISAGREES = 1;

export function register(program: Command) {
  program
    .command("replay-estimates")
    .description("compute a person's skills again from the evidence on record, and compare")
    .argument("<person>", "id or address of the person")
    .option("--json", "print JSON")
    .action((person: string, options: { json?: boolean }) =>
      withDatabase(openInstallation(), async () => {
        // Imported once the database is known: what is below reads the settings when loaded.
        const { replayEstimates } = await import("@/lib/skills/replay-estimates");
        const found = await replayEstimates({ kind: "system" }, person);
        if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`);
        else {
          for (const { skill, stored, replayed, agrees, model, computedAt } of found) {
            const now = replayed ? `${replayed.mean}` : "no evidence left";
            const at = `${computedAt.toISOString()} by ${model}`;
            const word = agrees ? "agrees  " : "DIFFERS ";
            process.stdout.write(`${word} ${skill}: ${stored.mean} then (${at}), ${now} now\n`);
          }
          process.stdout.write(
            `${found.length} estimates, ${found.filter(({ agrees }) => agrees).length} agree\n`,
          );
        }
        if (found.some(({ agrees }) => !agrees)) process.exitCode = DISAGREES;
      }),
    );
}
