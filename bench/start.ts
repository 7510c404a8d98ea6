import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/bin/start/postgres";
import { dataPath } from "@/lib/platform/env";
import { type Figure, reportFigures } from "./lib/figures";

const WARM_STARTS = 3;
const FIRST_PAGE_S = 5;

type Start = { seconds: number; steps: Record<string, number> };

/** Starts an installation until its first page is there, and stops it again. */
async function start(dataDir: string): Promise<Start> {
  const port = await freePort();
  const timings = path.join(dataDir, "timings.json");
  const begun = performance.now();
  const args = ["start", "--port", String(port), "--timings", timings];
  const child = spawn("bin/touchstone", args, {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Touchstone runs at")) resolve();
    });
    child.once("exit", () => reject(new Error("the installation did not start")));
  });
  const page = await fetch(`http://127.0.0.1:${port}/en`);
  if (!page.ok) throw new Error(`the first page answered ${page.status}`);
  const seconds = (performance.now() - begun) / 1000;
  child.kill("SIGTERM");
  await ended;
  return { seconds, steps: JSON.parse(readFileSync(timings, "utf8")) };
}

const dataDir = mkdtempSync(path.join(tmpdir(), "touchstone-start-"));
try {
  // Packages are downloaded once a machine; what is measured is the rest.
  symlinkSync(dataPath("python"), path.join(dataDir, "python"));
  symlinkSync(dataPath("models"), path.join(dataDir, "models"));
  const cold = await start(dataDir);
  const warm: number[] = [];
  for (let n = 0; n < WARM_STARTS; n++) warm.push((await start(dataDir)).seconds);
  const steps = Object.entries(cold.steps).map(
    ([step, ms]): Figure => ({
      name: `cold: ${step}`,
      value: ms / 1000,
      unit: "s",
      better: "lower",
    }),
  );
  const warmest = warm.toSorted((a, b) => a - b)[Math.floor(WARM_STARTS / 2)] ?? Number.NaN;
  reportFigures([
    ...steps,
    {
      name: "cold, packages in place: first page",
      value: cold.seconds,
      unit: "s",
      better: "lower",
    },
    {
      name: "warm: first page",
      value: warmest,
      unit: "s",
      reach: FIRST_PAGE_S,
      better: "lower",
    },
  ]);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
