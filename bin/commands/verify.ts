import path from "node:path";
import type { Command } from "commander";
import type { GateReport } from "@/lib/challenges/publish-gate";
import { isSandboxed } from "@/lib/content/challenge-manifest";
import { ContentError } from "@/lib/content/content-error";
import { contentRoots, resolvePackage } from "@/lib/content/folders";
import { loadChallenge } from "@/lib/content/load-challenge";
import { loadOrientationBank } from "@/lib/content/orientation-bank";
import { recordProof } from "@/lib/content/proofs";
import { skillSlugs } from "@/lib/content/skill-slugs";
import { proveOrientation } from "@/lib/quiz/prove-orientation";
import { gateDevice } from "@/workers/grading/gate-device";
import type { RunnerPool } from "@/workers/grading/pool";
import { proveChallenge } from "@/workers/grading/prove-challenge";
import { withPool } from "../grading/with-pool";

const ORIENTATION = "orientation";

type Options = { json?: boolean; sample?: boolean; record?: boolean };

export function register(program: Command) {
  program
    .command("verify")
    .description("the publish gate: does each challenge grade right?")
    .argument("<packages...>", "folders or slugs of challenges; orientation for its bank")
    .option("--sample", "one submission that has to pass and one that must not, of each challenge")
    .option("--record", "note what holds in proofs.json, so that starting does not prove it again")
    .option("--json", "print JSON")
    .action((packages: string[], options: Options) =>
      withPool(async (pool) => {
        const skills = await skillSlugs();
        const reports: GateReport[] = [];
        for (const name of packages) {
          const report = await verifyOne(pool, name, skills, options);
          reports.push(report);
          if (!options.json) show(report);
        }
        if (options.json) process.stdout.write(`${JSON.stringify(reports)}\n`);
        if (reports.some((report) => !report.holds)) process.exitCode = 1;
      }),
    );
}

async function verifyOne(
  pool: RunnerPool,
  name: string,
  skills: Set<string>,
  { sample = false, record = false }: Options,
): Promise<GateReport> {
  if (path.basename(path.resolve(name)) === ORIENTATION) return verifyOrientation(record);
  const folder = await resolvePackage(name);
  if (!folder) throw new ContentError(name, ["is neither a challenge's slug nor its folder"]);
  const content = await loadChallenge(folder);
  const report = await proveChallenge(pool, content, skills, { sample });
  if (record && !sample && report.holds) {
    const device = isSandboxed(content.manifest) ? await gateDevice(content.manifest) : undefined;
    const root = path.resolve(folder, "../..");
    const onDevice = device?.kind !== "cpu";
    await recordProof(root, report.slug, content.contentHash, { onDevice });
  }
  return report;
}

/** The bank of the orientation, from all content folders together. */
async function verifyOrientation(record: boolean): Promise<GateReport> {
  const bank = await loadOrientationBank();
  const report = proveOrientation(bank);
  if (record && report.holds) {
    const root = contentRoots().at(-1) ?? "content";
    await recordProof(root, ORIENTATION, bank.contentHash);
  }
  return report;
}

function show(report: GateReport) {
  const lines = report.rows.map(
    ({ holds, folder, file, verdict, score }) =>
      `  ${holds ? "ok  " : "FAIL"} ${`${folder}/${file}`.padEnd(52)} ${verdict.padEnd(20)} ${score.toFixed(2)}`,
  );
  const problems = report.problems.map((problem) => `  FAIL ${problem}`);
  const head = `${report.slug}: ${report.holds ? "grades right" : "is refused"}`;
  process.stdout.write(`${[head, ...lines, ...problems].join("\n")}\n`);
}
