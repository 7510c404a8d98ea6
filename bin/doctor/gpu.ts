import { existsSync } from "node:fs";
import { Survey } from "@/workers/devices/survey";
import type { Installation } from "../start/installation";
import { pythonFolder } from "../start/python";
import { brokenBy, type Finding } from "./finding";

const NAME = "GPU";
const WAITING = "kernel challenges wait for a worker that has one";

/** The GPUs as a worker of this machine would find them, one after another. */
export async function checkGpu({ dataDir, settings }: Installation): Promise<Finding> {
  const python = `${pythonFolder(dataDir)}/bin/python`;
  if (settings.WORKER_DEVICES === "none") {
    return { name: NAME, state: "note", found: `WORKER_DEVICES is none; ${WAITING}` };
  }
  if (!existsSync(python)) {
    const found = "the Python environment is not made yet";
    return { name: NAME, state: "note", found, remedy: "Run npm start once" };
  }
  const survey = new Survey(python);
  try {
    const { devices, error } = await survey.ask();
    if (devices.length === 0) {
      return { name: NAME, state: "note", found: `${error ?? "none"}; ${WAITING}` };
    }
    const each = devices.map(
      ({ name, memory_mb, used_mb, processes, errors, uuid }) =>
        `${name} (${uuid}), ${used_mb} of ${memory_mb} MB in use, ${processes} programs, ${errors} errors`,
    );
    const found = [...each, ...(error ? [`Triton's helper was not built: ${error}`] : [])];
    const well = !error && devices.every(({ errors }) => errors === 0);
    return { name: NAME, state: well ? "ok" : "note", found: found.join("; ") };
  } catch (error) {
    return brokenBy(NAME, error);
  } finally {
    survey.close();
  }
}
