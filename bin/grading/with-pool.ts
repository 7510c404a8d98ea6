import os from "node:os";
import { RunnerPool } from "@/workers/grading/pool";
import { poolOptions } from "@/workers/grading/pool-options";
import { controlGroupsRemedy, WEAK_SANDBOX } from "@/workers/grading/weak-sandbox";
import { openInstallation } from "../start/installation";
import { ensurePython } from "../start/python";
import { ensureSandbox } from "../start/sandbox";

/** Prepares what grading needs, as `npm start` does, and ends the runners afterwards. */
export async function withPool(
  act: (pool: RunnerPool) => Promise<void>,
  slots = os.availableParallelism(),
): Promise<void> {
  const installation = openInstallation();
  await ensurePython(installation);
  const bwrap = await ensureSandbox(installation);
  const pool = await RunnerPool.start({
    ...{ ...poolOptions(), bwrap, runtimes: [], slots },
    acceptWeak: true,
  });
  if (pool.strength.cgroup === "none") {
    process.stderr.write(`  · ${WEAK_SANDBOX} ${controlGroupsRemedy()}.\n`);
  }
  try {
    await act(pool);
  } finally {
    await pool.close();
  }
}
