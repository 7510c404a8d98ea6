import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import { remedyOf, runCaptured } from "../bootstrap/run-captured.js";
import { fingerprint } from "./fingerprint";
import type { Installation } from "./installation";
import { projectPath } from "./project";
import { StartError } from "./start-error";
import { runStep, type Timings } from "./steps";
import { findUv } from "./uv";

const LEAST = [3, 11] as const;
const NAMES = ["python3.14", "python3.13", "python3.12", "python3.11", "python3"];
const SPACE_GB = 8;
const RUNTIME = "workers/python/requirements.txt";
const DEVELOPMENT = "workers/python/requirements-dev.txt";

export type Interpreter = { command: string; version: string };

/** The version of an interpreter; undefined when it cannot be run. */
function versionOf(command: string): string | undefined {
  const asked = spawnSync(command, ["-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"], {
    encoding: "utf8",
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** The newest suitable Python, or the one that PYTHON names. Throws StartError. */
export function findPython(wanted?: string): Interpreter {
  const seen: string[] = [];
  for (const command of wanted ? [wanted] : NAMES) {
    const version = versionOf(command);
    if (version && isRecent(version)) return { command, version };
    if (version) seen.push(`${command} is ${version}`);
  }
  const named = wanted && seen.length === 0 ? `PYTHON=${wanted} cannot be run` : seen.join(", ");
  throw new StartError(
    `Python ${LEAST.join(".")} or later was not found${named ? ` (${named})` : ""}.`,
    "Install one (Debian, Ubuntu: apt install python3), or set PYTHON to its path.",
  );
}

function checkSpace(dataDir: string) {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = (bavail * bsize) / 1e9;
  if (free >= SPACE_GB) return;
  throw new StartError(
    `The disk of ${dataDir} has ${free.toFixed(1)} GB free; the Python packages need ${SPACE_GB}.`,
    "Free some space, or set DATA_DIR to a folder on a larger disk.",
  );
}

async function uvOrFail(uv: string, args: string[]) {
  const { status, output } = await runCaptured(uv, args, { cwd: projectPath() });
  if (status === 0) return;
  throw new StartError(`The Python packages could not be installed:\n${output}`, remedyOf(output));
}

const install = (uv: string, folder: string, files: string[]) =>
  uvOrFail(uv, [
    ...["pip", "install", "--quiet", "--python", path.join(folder, "bin/python")],
    ...["--require-hashes", ...files.flatMap((file) => ["-r", file])],
  ]);

/** Removes what an installation left that was killed: gigabytes that nothing else would find. */
function clearInterrupted(folder: string) {
  const parent = path.dirname(folder);
  for (const name of readdirSync(parent)) {
    const pid = /^python\.(?:new|old)-(\d+)$/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

/** Makes the environment beside its place and moves it there when it is whole. */
async function build(installation: Installation, folder: string) {
  clearInterrupted(folder);
  checkSpace(installation.dataDir);
  const python = findPython(installation.settings.PYTHON);
  const uv = await findUv(installation.dataDir, python.command);
  const draft = `${folder}.new-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  try {
    await uvOrFail(uv, ["venv", "--quiet", "--relocatable", "--python", python.command, draft]);
    await install(uv, draft, [RUNTIME]);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

async function addDevelopmentPackages(installation: Installation, folder: string) {
  const uv = await findUv(installation.dataDir, findPython(installation.settings.PYTHON).command);
  await install(uv, folder, [DEVELOPMENT]);
}

/** The folder of the Python environment. */
export const pythonFolder = (dataDir: string) => path.join(dataDir, "python");

/**
 * Installs the locked Python packages unless they are there.
 * @param development also what the tests need
 */
export async function ensurePython(
  installation: Installation,
  timings: Timings = {},
  development = false,
): Promise<void> {
  const folder = pythonFolder(installation.dataDir);
  const record = path.join(folder, "installed.json");
  await runStep(
    {
      name: "Python packages",
      fingerprint: fingerprint([RUNTIME]),
      record,
      work: () => build(installation, folder),
    },
    timings,
  );
  if (!development) return;
  await runStep(
    {
      name: "Python packages of the tests",
      fingerprint: fingerprint([RUNTIME, DEVELOPMENT]),
      record,
      work: () => addDevelopmentPackages(installation, folder),
    },
    timings,
  );
}
