import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

/** Has the workers look at the items within a minute, whatever has come in since the last time. */
export async function askForRun(actor: Actor): Promise<void> {
  requireAdmin(actor);
  await db().$transaction(async (tx) => {
    const { id } = await tx.measurementRun.create({ data: {} });
    await recordAudit(tx, actor, { action: "measurement.run_asked", subject: `run:${id}` });
  });
}
