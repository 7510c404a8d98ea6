import type { Command } from "commander";
import { openInstallation } from "../start/installation";
import { withDatabase } from "../start/installation-database";

const WORDS = {
  identical: "identical to the bit",
  input_erased: "identical in all that is left: people in it had themselves erased",
  different: "DIFFERENT from what was stored",
  other_scorer: "made by another version of the scorer; run the version that made it",
} as const;
const DIFFERS = 1;

export function register(program: Command) {
  program
    .command("replay-match")
    .description("rank again from what a ranking stored, and compare to the bit")
    .argument("<id>", "id of the ranking")
    .option("--json", "print JSON")
    .action((id: string, options: { json?: boolean }) =>
      withDatabase(openInstallation(), async () => {
        // Imported once the database is known: what is below reads the settings when loaded.
        const { replayRanking } = await import("@/lib/matching/rankings/replay-ranking");
        const found = await replayRanking(id);
        const { outcome, considered, erased, digest } = found;
        if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`);
        else {
          process.stdout.write(
            `${WORDS[outcome]}\n` +
              `${considered} candidates considered, ${erased} of them erased since\n` +
              `results then ${digest.ranked}\nresults now  ${digest.now}\n`,
          );
        }
        if (outcome === "different" || outcome === "other_scorer") process.exitCode = DIFFERS;
      }),
    );
}
