import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { resolvePackage } from "@/lib/content/folders";
import { asSandboxed, loadChallenge } from "@/lib/content/load-challenge";
import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";
import { seasonFiles } from "@/workers/grading/season-files";
import type { Figure } from "../lib/figures";
import { besidePlain, timed } from "./beside-plain";
import { plainPython } from "./plain-python";

const ROUNDS = 12;
const SEED = "bench";

/** Makes the season, reads the table and scores it, as checker and reader do in their sandboxes. */
const PLAIN = `
import sys, types
from touchstone.checker import registry
from touchstone.checker.season import build_season
from touchstone.checker.serve import generator
from touchstone.inside.prediction_table import read_predictions

class Candidate:
    def table(self, expected):
        with open(sys.argv[2], "rb") as file:
            return read_predictions(file.read(), expected)

module = sys.modules["checker"] = types.ModuleType("checker")
exec(open(sys.argv[1]).read(), module.__dict__)
build_season(lambda use: generator("${SEED}", use), {})
for case in registry.declared:
    case.body(Candidate(), None)
`;

/** A table of predictions of 3,000 rows: graded in two sandboxes, beside a cold plain run. */
export async function measurePredictions(pool: RunnerPool): Promise<Figure[]> {
  const challenge = (await resolvePackage("clean-table")) ?? "";
  const content = asSandboxed(await loadChallenge(challenge));
  const folder = await mkdtemp(path.join(tmpdir(), "touchstone-bench-"));
  try {
    const table = path.join(folder, "predictions.csv");
    const asked = (await seasonFiles(pool, content, SEED))["test.csv"] ?? "";
    const ids = asked.trim().split("\n").slice(1);
    const rows = ids.map((line, index) => `${line.split(",")[0]},${(index * 7919) % 101}`);
    await writeFile(table, ["id,prediction", ...rows].join("\n"));
    const inside: number[] = [];
    const outside: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      outside.push(await timed(() => plainPython(PLAIN, [`${challenge}/checker.py`, table])));
      const input = { content, files: {}, upload: table, mode: "submit", seed: SEED } as const;
      inside.push(
        await timed(async () => {
          const { verdict } = await gradeOnce(pool, `table-${round}`, input);
          if (verdict !== "failed") throw new Error(`the bench's table got ${verdict}`);
        }),
      );
    }
    return besidePlain("predictions", inside, outside);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
