import { spawn } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { projectPath } from "../start/project";
import { type Counts, NOTHING } from "./counts";
import type { Stage } from "./stages";

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one stage and shows its output: as it comes where nothing runs beside it, else whole when it
 * has ended. A stage that ends badly has at least one failure.
 */
export async function runStage(stage: Stage): Promise<Counts> {
  const begun = performance.now();
  const head = `\n── ${stage.name}\n`;
  if (stage.alone) process.stdout.write(head);
  const { status, output } = await execute(stage);
  process.stdout.write(stage.alone ? output : head + output);
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

function execute(stage: Stage): Promise<{ status: number; output: string }> {
  const kept = stage.report?.from === "stdout" ? createWriteStream(stage.report.file) : null;
  const shown = stage.alone ? "inherit" : "pipe";
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ status, output: Buffer.concat(parts).toString() });
    const [command = "", ...args] = stage.command;
    const child = spawn(command, args, {
      cwd: stage.cwd ?? projectPath(),
      env: { ...process.env, ...stage.env },
      stdio: ["ignore", kept ? "pipe" : shown, shown],
    });
    if (kept) child.stdout?.pipe(kept);
    else child.stdout?.on("data", (part: Buffer) => parts.push(part));
    child.stderr?.on("data", (part: Buffer) => parts.push(part));
    child.once("error", (error) => {
      parts.push(Buffer.from(`${error.message}\n`));
      end(-1);
    });
    child.once("close", (status) => end(status ?? -1));
  });
}
