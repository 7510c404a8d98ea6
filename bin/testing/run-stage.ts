import { spawn } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { projectPath } from "../start/project";
import { type Counts, NOTHING } from "./counts";
import type { Stage } from "./stages";

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one stage with its output shown. A stage that ends badly has at least one failure. */
export async function runStage(stage: Stage): Promise<Counts> {
  const begun = performance.now();
  process.stdout.write(`\n── ${stage.name}\n`);
  const status = await execute(stage);
  const counts = count(stage, status);
  const sound = status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  const word = sound.failed === 0 ? "ok" : "FAILED";
  process.stdout.write(`── ${stage.name}: ${word} (${seconds(begun)})\n`);
  return sound;
}

function count(stage: Stage, status: number): Counts {
  const file = stage.report?.file ?? "";
  if (stage.report && !existsSync(file)) return { ...NOTHING, failed: 1 };
  try {
    return stage.count(status, file);
  } catch (error) {
    process.stdout.write(`The report cannot be read: ${String(error)}\n`);
    return { ...NOTHING, failed: 1 };
  }
}

function execute(stage: Stage): Promise<number> {
  const kept = stage.report?.from === "stdout" ? createWriteStream(stage.report.file) : null;
  return new Promise((resolve) => {
    const [command = "", ...args] = stage.command;
    const child = spawn(command, args, {
      cwd: stage.cwd ?? projectPath(),
      env: { ...process.env, ...stage.env },
      stdio: ["ignore", kept ? "pipe" : "inherit", "inherit"],
    });
    if (kept) child.stdout?.pipe(kept);
    child.once("error", (error) => {
      process.stdout.write(`${error.message}\n`);
      resolve(-1);
    });
    child.once("close", (status) => resolve(status ?? -1));
  });
}
