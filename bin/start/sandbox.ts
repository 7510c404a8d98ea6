import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { showStep } from "../bootstrap/progress.js";
import { runCaptured } from "../bootstrap/run-captured.js";
import type { Installation } from "./installation";
import { StartError } from "./start-error";

const ROOT_INSTALLERS: [string, string[]][] = [
  ["apt-get", ["install", "--yes", "--no-install-recommends", "bubblewrap"]],
  ["dnf", ["install", "--assumeyes", "bubblewrap"]],
  ["apk", ["add", "bubblewrap"]],
];

const works = (command: string) =>
  spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;

const unpackedFolder = (dataDir: string) => path.join(dataDir, "tools/bubblewrap");
const unpackedProgram = (dataDir: string) => path.join(unpackedFolder(dataDir), "usr/bin/bwrap");

/** The bubblewrap program of this installation, if there is one. */
export function findSandbox(installation: Installation): string | undefined {
  const { BWRAP_PATH } = installation.settings;
  if (BWRAP_PATH) {
    if (works(BWRAP_PATH)) return BWRAP_PATH;
    throw new StartError(
      `BWRAP_PATH=${BWRAP_PATH} cannot be run.`,
      "Point it at bubblewrap's bwrap, or unset it.",
    );
  }
  return ["bwrap", unpackedProgram(installation.dataDir)].find(works);
}

async function installAsRoot() {
  for (const [command, args] of ROOT_INSTALLERS) {
    if (!works(command)) continue;
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    if ((await runCaptured(command, args, { env })).status === 0) return;
    if (command !== "apt-get") continue;
    await runCaptured("apt-get", ["update"], { env });
    await runCaptured(command, args, { env });
  }
}

/** Unpacks the distribution's package into the data folder; needs no rights. */
async function unpackPackage(dataDir: string) {
  const folder = unpackedFolder(dataDir);
  const draft = `${folder}.new-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await runCaptured("apt-get", ["download", "bubblewrap"], { cwd: draft });
    const archive = readdirSync(draft).find((name) => name.endsWith(".deb"));
    if (!archive) return;
    await runCaptured("dpkg-deb", ["-x", archive, "."], { cwd: draft });
    rmSync(folder, { recursive: true, force: true });
    if (existsSync(path.join(draft, "usr/bin/bwrap"))) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Finds or installs the sandbox program; its path goes to the workers. Throws StartError. */
export async function ensureSandbox(installation: Installation): Promise<string> {
  const known = findSandbox(installation);
  if (known) return known;
  await showStep("sandbox program", async () => {
    if (process.getuid?.() === 0) await installAsRoot();
    if (!findSandbox(installation)) await unpackPackage(installation.dataDir);
  });
  const found = findSandbox(installation);
  if (found) return found;
  throw new StartError(
    "bubblewrap, which keeps learners' code apart, is missing and could not be installed.",
    "Run: sudo apt install bubblewrap (dnf, apk and pacman have it under the same name).",
  );
}
