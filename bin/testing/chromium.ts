import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { showStep } from "../bootstrap/progress.js";
import { runCaptured } from "../bootstrap/run-captured.js";
import { projectPath } from "../start/project";
import { StartError } from "../start/start-error";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const where = (name: string): string | undefined =>
  spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim() || undefined;

function onThisMachine(wanted: string | undefined): string | undefined {
  if (wanted) return wanted;
  const own = chromium.executablePath();
  return NAMES.map(where).find(Boolean) ?? (existsSync(own) ? own : undefined);
}

async function install() {
  const playwright = projectPath("node_modules/.bin/playwright");
  const own = await runCaptured(playwright, ["install", "chromium-headless-shell", "chromium"]);
  if (own.status === 0 || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runCaptured("apt-get", ["update"], { env });
  await runCaptured("apt-get", ["install", "--yes", "chromium"], { env });
}

/**
 * The browser of the tests: one found on the machine, else Playwright's own download, else, as
 * root, the distribution's package. Throws StartError.
 */
export async function ensureChromium(wanted?: string): Promise<string> {
  const known = onThisMachine(wanted);
  if (known) return known;
  await showStep("Chromium", install);
  const found = onThisMachine(wanted);
  if (found) return found;
  throw new StartError(
    "Chromium, which the browser tests need, is missing and could not be installed.",
    "Install it (Debian: apt install chromium), or set CHROMIUM_PATH.",
  );
}
