import { type Db, db } from "@/lib/platform/db";

/** Gives a device back. Ending a lease that has ended already changes nothing. */
export const endLease = (id: string): Promise<number> => endWhere(db(), [id]);

/** Ends the leases of workers that are gone: whoever notices may do it, and at any time. */
export async function endOrphanedLeases(): Promise<void> {
  const orphans = await db().$queryRaw<{ id: string }[]>`
    SELECT l.id FROM "DeviceLease" l LEFT JOIN "Worker" w ON w.id = l."workerId"
    WHERE w.id IS NULL OR w."stoppedAt" IS NOT NULL`;
  if (orphans.length > 0)
    await endWhere(
      db(),
      orphans.map(({ id }) => id),
    );
}

const endWhere = (tx: Db, ids: string[]): Promise<number> => tx.$executeRaw`
  WITH ended AS (
    DELETE FROM "DeviceLease" WHERE id = ANY(${ids}::uuid[]) RETURNING "deviceUuid", "memoryMb"
  ), sums AS (
    SELECT "deviceUuid", count(*)::int AS leases, sum("memoryMb")::int AS memory
    FROM ended GROUP BY "deviceUuid"
  )
  UPDATE "Device" d SET
    leases = d.leases - sums.leases, "leasedMb" = d."leasedMb" - sums.memory, exclusive = false
  FROM sums WHERE d.uuid = sums."deviceUuid"`;
