import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDatabaseClient } from "./database-client.js";
import { ensurePackages } from "./npm-packages.js";
import { showFailure } from "./show-failure.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** @param {string} version @param {string} least both like "20.19.0" */
export function isAtLeast(version, least) {
  const [have, want] = [version, least].map((text) => text.split(".").map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (have?.[part] ?? 0) - (want?.[part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const least = engines.node.replace(/[^\d.]/g, "");
  if (isAtLeast(process.versions.node, least)) return;
  throw Object.assign(new Error(`Node ${process.versions.node} is too old.`), {
    remedy: `Install Node ${least} or later from https://nodejs.org, then start again.`,
  });
}

function loadSettingsFile() {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Checks Node, installs the npm packages, generates the database client, then runs the command.
 * @param {string[]} argv as process.argv
 */
export async function bootstrap(argv) {
  try {
    checkNode();
    loadSettingsFile();
    await ensurePackages(ROOT);
    await ensureDatabaseClient(ROOT);
  } catch (error) {
    showFailure(error);
    process.exit(2);
  }
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: path.join(ROOT, "tsconfig.json") });
  const { main } = await import("../main.ts");
  await main(argv);
}
