import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DEAD_AFTER_MS } from "@/lib/workers/heartbeat";
import { QUARANTINE_REASONS } from "./quarantine";

/** Every device that was ever seen here, for admins. `seen`: whether a worker sees it now. */
export async function listDevices(actor: Actor) {
  requireAdmin(actor);
  const rows = await db().device.findMany({ orderBy: [{ hostname: "asc" }, { name: "asc" }] });
  const alive = Date.now() - DEAD_AFTER_MS;
  return rows.map(({ seenAt, reason, ...device }) => ({
    ...device,
    reason: QUARANTINE_REASONS.find((known) => known === reason) ?? null,
    seen: seenAt.getTime() > alive,
    seenAt: seenAt.toISOString(),
  }));
}

export type DeviceRow = Awaited<ReturnType<typeof listDevices>>[number];
