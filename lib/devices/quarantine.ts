import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** What a device was not as it should be after a job. */
export const QUARANTINE_REASONS = ["memory", "processes", "errors", "silent"] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

const SYSTEM = { kind: "system" } as const;

/** Leases nothing more of a device until an admin lets it go. */
export async function quarantineDevice(uuid: string, reason: QuarantineReason): Promise<void> {
  await db().$transaction(async (tx) => {
    const changed = await tx.device.updateMany({
      where: { uuid, state: "ready" },
      data: { state: "quarantined", reason },
    });
    if (changed.count === 0) return;
    const act = { action: "device.quarantined", subject: `device:${uuid}`, data: { reason } };
    await recordAudit(tx, SYSTEM, act);
  });
}

/** An admin has seen to the device: it is leased again. Throws device_not_found. */
export async function releaseDevice(actor: Actor, uuid: string): Promise<void> {
  requireAdmin(actor);
  await db().$transaction(async (tx) => {
    const changed = await tx.device.updateMany({
      where: { uuid, state: "quarantined" },
      data: { state: "ready", reason: null },
    });
    if (changed.count === 0) throw notFound("device_not_found");
    await recordAudit(tx, actor, { action: "device.released", subject: `device:${uuid}` });
  });
}
