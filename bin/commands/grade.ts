import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Command, Option } from "commander";
import { isUpload } from "@/lib/content/challenge-manifest";
import { ContentError } from "@/lib/content/content-error";
import { resolvePackage } from "@/lib/content/folders";
import { asSandboxed, loadChallenge, type SandboxedPackage } from "@/lib/content/load-challenge";
import { checkFiles } from "@/lib/submissions/check-files";
import { gradeOnce } from "@/workers/grading/grade-once";
import { describeMessage } from "../grading/describe-message";
import { withPool } from "../grading/with-pool";

type Options = { json?: boolean; mode: "run" | "submit"; seed?: string };
type Graded = Awaited<ReturnType<typeof gradeOnce>>;

/** Graded, and passed or not; usage, checker and infrastructure errors end with 2. */
const NOT_PASSED = 1;
const NOT_GRADED = 2;

export function register(program: Command) {
  program
    .command("grade")
    .description("grade files against a challenge, without database or web")
    .argument("<challenge>", "slug or folder")
    .argument("<files...>", "the files to submit")
    .addOption(
      new Option("--mode <mode>", "visible cases (run) or all")
        .choices(["run", "submit"])
        .default("submit"),
    )
    .option("--seed <hex>", "seed of the hidden data; random when left out")
    .option("--json", "print JSON")
    .action(async (challenge: string, paths: string[], options: Options) => {
      const folder = await resolvePackage(challenge);
      if (!folder) throw new ContentError(challenge, ["is neither a slug nor a folder"]);
      const content = asSandboxed(await loadChallenge(folder));
      const handedIn = await readFiles(content, paths);
      const seed = options.seed ?? randomBytes(32).toString("hex");
      await withPool(async (pool) => {
        const { mode } = options;
        const graded = await gradeOnce(pool, "grade", { content, ...handedIn, mode, seed });
        print(content, graded, seed, options.json ?? false);
        process.exitCode = exitCode(graded);
      }, 1);
    });
}

/** A single file takes the entry's place whatever it is called; several go by their names. */
async function readFiles({ manifest }: SandboxedPackage, paths: string[]) {
  if (isUpload(manifest)) {
    if (paths.length > 1) throw new ContentError(manifest.slug, ["takes a single file"]);
    return { files: {}, upload: path.resolve(paths[0] as string) };
  }
  const single = paths.length === 1 && manifest.files.length === 1;
  const named = paths.map(async (file) => {
    const name = single ? manifest.entry : path.basename(file);
    return [name, await readFile(file, "utf8")] as const;
  });
  const files = Object.fromEntries(await Promise.all(named));
  checkFiles(manifest, files);
  return { files };
}

const exitCode = ({ verdict }: Graded): number => {
  if (verdict === "passed") return 0;
  return verdict === "checker_error" || verdict === "infrastructure_error"
    ? NOT_GRADED
    : NOT_PASSED;
};

function print(content: SandboxedPackage, graded: Graded, seed: string, json: boolean) {
  const cases = graded.cases.map((one) => ({
    name: one.name,
    passed: one.outcome === "passed",
    outcome: one.outcome,
    points: one.earned,
    visible: one.visible,
    message: one.message ? describeMessage(one.message) : null,
    ms: one.ms,
  }));
  const { wall_ms, cpu_ms, peak_memory_mb } = graded.usage;
  const shown = {
    verdict: graded.verdict,
    score: graded.score,
    cases,
    stdout: graded.cases.map((one) => one.detail?.stdout ?? "").join(""),
    usage: { wall_ms, cpu_ms, peak_memory_mb },
    replay: {
      content: content.contentHash,
      seed,
      runtime: content.manifest.runtime,
      runner: "bubblewrap/1",
    },
  };
  if (json) {
    process.stdout.write(`${JSON.stringify(shown)}\n`);
    return;
  }
  for (const one of cases) {
    process.stdout.write(`${one.passed ? "ok  " : "FAIL"} ${one.name}  ${one.message ?? ""}\n`);
  }
  process.stdout.write(`${graded.verdict}, score ${graded.score.toFixed(2)}, ${cpu_ms} ms CPU\n`);
}
