import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { showStep } from "./progress.js";
import { remedyOf, runCaptured } from "./run-captured.js";

/** @param {string} file @returns {Record<string, {version?: string, optional?: boolean}>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/**
 * Whether what npm recorded as installed is what the lockfile asks for. npm writes its record last,
 * so that an interrupted installation counts as none.
 * @param {string} root
 */
export function packagesAreCurrent(root) {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(path.join(root, "package-lock.json"))).every(
    ([name, wanted]) =>
      name === "" || wanted.optional || installed[name]?.version === wanted.version,
  );
}

/** @param {string} root */
export async function ensurePackages(root) {
  if (packagesAreCurrent(root)) return;
  await showStep("npm packages", async () => {
    // Asked politely, npm would undo its work while the next start installs into the same folder.
    // Under `npm --silent` an installer would inherit the silence, and its failure have no cause.
    const args = ["ci", "--include=dev", "--loglevel=error"];
    const { status, output } = await runCaptured("npm", args, {
      cwd: root,
      killSignal: "SIGKILL",
    });
    if (status === 0) return;
    throw Object.assign(new Error(`npm packages could not be installed:\n${output}`), {
      remedy: remedyOf(output),
    });
  });
}
