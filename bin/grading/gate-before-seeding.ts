import os from "node:os";
import type { Gate } from "@/lib/content/seed";
import { skillSlugs } from "@/lib/content/skill-slugs";
import { RunnerPool } from "@/workers/grading/pool";
import { poolOptions } from "@/workers/grading/pool-options";
import { proveChallenge } from "@/workers/grading/prove-challenge";

/** Seeds with a gate whose runners start with the first package that needs them. */
export async function gateBeforeSeeding(seed: (gate: Gate) => Promise<unknown>): Promise<void> {
  let pool: RunnerPool | undefined;
  try {
    await seed(async (content) => {
      const slots = os.availableParallelism();
      pool ??= await RunnerPool.start({ ...poolOptions(), runtimes: [], slots, acceptWeak: true });
      return proveChallenge(pool, content, await skillSlugs());
    });
  } finally {
    await pool?.close();
  }
}
