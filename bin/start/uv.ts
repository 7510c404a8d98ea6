import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { remedyOf, runCaptured } from "../bootstrap/run-captured.js";
import { projectPath } from "./project";
import { StartError } from "./start-error";

const VERSION = "0.13.9";

const works = (uv: string) => spawnSync(uv, ["--version"], { stdio: "ignore" }).status === 0;

/**
 * The installer of Python packages: the machine's own, else fetched from PyPI into the data
 * folder, by pip where there is one, else by the standard library alone. Throws StartError.
 */
export async function findUv(dataDir: string, python: string): Promise<string> {
  if (works("uv")) return "uv";
  const folder = path.join(dataDir, "tools", `uv-${VERSION}`);
  const uv = path.join(folder, "bin/uv");
  if (existsSync(uv) && works(uv)) return uv;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const byPip = await runCaptured(python, [
    ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
    ...["--target", folder, `uv==${VERSION}`],
  ]);
  if (byPip.status === 0 && works(uv)) return uv;
  const fetched = await runCaptured(python, [
    projectPath("bin/start/fetch_uv.py"),
    VERSION,
    folder,
  ]);
  if (fetched.status === 0 && works(uv)) return uv;
  rmSync(folder, { recursive: true, force: true });
  throw new StartError(
    `uv ${VERSION}, which installs the Python packages, could not be fetched:\n${fetched.output}`,
    remedyOf(fetched.output),
  );
}
