import { withPool } from "@/bin/grading/with-pool";
import { disconnect } from "@/lib/platform/db";
import type { Figure } from "../lib/figures";
import { measureKill } from "./killed-worker";
import { measureHttp } from "./over-http";
import { measureRunner } from "./runner";
import { subjects } from "./subjects";

/** A learner who asks over HTTP, the runners alone, then a worker that is killed. */
export async function measureGrading(origin: string, dataDir: string): Promise<Figure[]> {
  const [first, ...others] = await subjects();
  const figures: Figure[] = [];
  for (const subject of [first, ...others]) figures.push(...(await measureHttp(origin, subject)));
  await withPool(async (pool) => {
    for (const subject of [first, ...others]) figures.push(...(await measureRunner(pool, subject)));
  });
  figures.push(...(await measureKill({ origin, dataDir }, first)));
  await disconnect();
  return figures;
}
