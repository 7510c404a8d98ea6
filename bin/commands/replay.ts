import type { Command } from "commander";
import { compareVerdicts, readReplay } from "@/lib/grading/replay";
import { gradeOnce } from "@/workers/grading/grade-once";
import { withPool } from "../grading/with-pool";
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
        const stored = await readReplay({ kind: "system" }, id);
        await withPool(async (pool) => {
          const graded = await gradeOnce(pool, "replay", { ...stored, mode: "submit" });
          const result = compareVerdicts(stored, graded);
          if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
          else {
            const word = result.agrees ? "agrees" : "disagrees";
            process.stdout.write(`${word}: ${result.stored} then, ${result.replayed} now\n`);
            for (const name of result.differing) process.stdout.write(`  differs: ${name}\n`);
          }
          if (!result.agrees) process.exitCode = DISAGREES;
        }, 1);
      }),
    );
}
