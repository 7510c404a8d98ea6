import { z } from "zod";
import type { Db } from "@/lib/platform/db";

const belief = z.object({ mean: z.number(), sd: z.number(), low: z.number(), high: z.number() });
/** What was believed of each skill at some time, in logits. */
export const beliefs = z.record(z.string(), belief);
export type Beliefs = z.infer<typeof beliefs>;

/** What is believed of the person's skills now. */
export async function beliefsOf(tx: Db, userId: string): Promise<Beliefs> {
  const rows = await tx.skillEstimate.findMany({ where: { userId } });
  return Object.fromEntries(
    rows.map(({ skillSlug, mean, sd, low, high }) => [skillSlug, { mean, sd, low, high }]),
  );
}
