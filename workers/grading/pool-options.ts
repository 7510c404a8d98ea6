import os from "node:os";
import { dataPath, settings } from "@/lib/platform/env";
import type { PoolOptions } from "./pool";

/** Where this installation's Python and sandbox program are, and how many gradings run at a time. */
export function poolOptions(): PoolOptions {
  const { BWRAP_PATH, NODE_ENV, SANDBOX_ALLOW_WEAK, WORKER_SLOTS, WORKER_RUNTIMES } = settings();
  const venv = dataPath("python");
  return {
    venv,
    python: `${venv}/bin/python`,
    bwrap: BWRAP_PATH ?? "bwrap",
    acceptWeak: SANDBOX_ALLOW_WEAK || NODE_ENV !== "production",
    slots: WORKER_SLOTS ?? os.availableParallelism(),
    runtimes: WORKER_RUNTIMES.split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  };
}
