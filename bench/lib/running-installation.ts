import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openInstallation } from "@/bin/start/installation";
import { freePort } from "@/bin/start/postgres";
import { pythonFolder } from "@/bin/start/python";

export type RunningInstallation = {
  origin: string;
  /** Milliseconds by step of the start. */
  steps: Record<string, number>;
  stop: () => Promise<void>;
};

/** A data folder of its own, Python environment and model shared; removed after `act`. */
export async function withDataFolder<T>(act: (dataDir: string) => Promise<T>): Promise<T> {
  const python = pythonFolder(openInstallation().dataDir);
  const dataDir = mkdtempSync(path.join(tmpdir(), "touchstone-bench-"));
  try {
    // Postgres runs under a user of its own, which has to reach its folder.
    chmodSync(dataDir, 0o755);
    symlinkSync(python, path.join(dataDir, "python"));
    const models = path.resolve(python, "../models");
    if (existsSync(models)) symlinkSync(models, path.join(dataDir, "models"));
    return await act(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Starts an installation and waits until it is up. Rejects when it ends before. */
export async function startInstallation(
  dataDir: string,
  env: NodeJS.ProcessEnv | Record<string, string> = {},
): Promise<RunningInstallation> {
  const port = await freePort();
  const timings = path.join(dataDir, "timings.json");
  const args = ["start", "--port", String(port), "--timings", timings];
  const child = spawn("bin/touchstone", args, {
    env: { ...process.env, ...env, DATA_DIR: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes("Touchstone runs at")) resolve();
    });
    child.once("exit", () => reject(new Error(`the installation did not start: ${said}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    // Written after the line that was waited for.
    get steps() {
      return JSON.parse(readFileSync(timings, "utf8"));
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
