import type { Command } from "commander";
import { isCode } from "@/lib/content/challenge-manifest";
import { type Interpretation, interpretEvidence } from "@/lib/grading/interpret-evidence";
import { compareVerdicts, readReplay } from "@/lib/grading/replay";
import { judgeSubmission } from "@/lib/quiz/judge-submission";
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
        const show = (graded: Interpretation) => print(stored, graded, options.json ?? false);
        const { manifest, files } = stored.content;
        if (isCode(manifest)) {
          await withPool(async (pool) => {
            const input = { ...stored, content: { manifest, files }, mode: "submit" } as const;
            show(await gradeOnce(pool, "replay", input));
          }, 1);
        } else {
          const events = await judgeSubmission({ ...stored, manifest, packageFiles: files });
          show(interpretEvidence(manifest, events));
        }
      }),
    );
}

type Stored = Awaited<ReturnType<typeof readReplay>>;

function print(stored: Stored, graded: Interpretation, json: boolean) {
  const result = compareVerdicts(stored, graded);
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    const word = result.agrees ? "agrees" : "disagrees";
    process.stdout.write(`${word}: ${result.stored} then, ${result.replayed} now\n`);
    for (const name of result.differing) process.stdout.write(`  differs: ${name}\n`);
  }
  if (!result.agrees) process.exitCode = DISAGREES;
}
