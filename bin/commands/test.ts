import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { ensureEmbeddingModel } from "../start/embedding-model";
import { openInstallation } from "../start/installation";
import { prepareBuild } from "../start/prepare";
import { ensurePython, pythonFolder } from "../start/python";
import { ensureSandbox } from "../start/sandbox";
import { ensureChromium } from "../testing/chromium";
import { closingLine, NOTHING } from "../testing/counts";
import { runStages } from "../testing/run-stages";
import { stages } from "../testing/stages";

type Options = { fast?: boolean; full?: boolean; only?: string };

export function register(program: Command) {
  program
    .command("test")
    .description("check everything that must hold; the last line is the sum")
    .option("--fast", "only the quick half: format, lint, types, imports, unused code, unit tests")
    .option("--full", "the long suites whole, not sampled")
    .option("--only <text>", "only stages whose name contains the text")
    .action(runTests);
}

async function runTests({ fast = false, full = false, only = "" }: Options): Promise<void> {
  const installation = openInstallation();
  await ensurePython(installation, {}, true);
  const env: Record<string, string> = {};
  if (!fast) {
    await ensureEmbeddingModel(installation);
    env.BWRAP_PATH = await ensureSandbox(installation);
    env.CHROMIUM_PATH = await ensureChromium(installation.settings.CHROMIUM_PATH);
  }
  const reports = mkdtempSync(path.join(tmpdir(), "touchstone-reports-"));
  const python = pythonFolder(installation.dataDir);
  let sum = NOTHING;
  try {
    const chosen = stages({ full, reports, python, env }).filter(
      (stage) => (stage.fast || !fast) && stage.name.includes(only),
    );
    // Once for all the installations of the stages, of which two may start at once.
    if (chosen.some(({ starts }) => starts)) await prepareBuild();
    sum = await runStages(chosen);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  process.stdout.write(`\n${closingLine(sum)}\n`);
  if (sum.failed > 0 || sum.passed === 0) process.exitCode = 1;
}
