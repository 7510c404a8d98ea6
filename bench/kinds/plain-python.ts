import { spawn } from "node:child_process";
import { dataPath } from "@/lib/platform/env";

/** Runs a script without a sandbox, on one thread as sandboxes have; returns what it printed. */
export function plainPython(script: string, args: string[] = []): Promise<string> {
  const one = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  return new Promise((resolve, reject) => {
    const child = spawn(`${dataPath("python")}/bin/python`, ["-c", script, ...args], {
      env: { ...process.env, ...one, PYTHONPATH: "workers/python" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    child.once("exit", (status) =>
      status === 0 ? resolve(printed.trim()) : reject(new Error("the plain run failed")),
    );
  });
}
