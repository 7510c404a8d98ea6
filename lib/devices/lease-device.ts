import { v7 as uuidv7 } from "uuid";
import type { DeviceNeed } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";

export type Lease = { id: string; uuid: string };

/**
 * Takes a device among those for a job, the smallest that is large enough: all of it, or its
 * memory's share where the challenge allows. Null when none is free. The row itself is compared and
 * set, so two who ask at once never get what only one can have.
 */
export async function leaseDevice(
  workerId: string,
  among: string[],
  { memory_mb: memory, shared }: DeviceNeed,
  subject: string,
): Promise<Lease | null> {
  const [lease] = await db().$queryRaw<Lease[]>`
    WITH taken AS (
      UPDATE "Device" SET
        leases = leases + 1, "leasedMb" = "leasedMb" + ${memory}, exclusive = ${!shared}
      WHERE uuid = (
          SELECT uuid FROM "Device"
          WHERE uuid = ANY(${among}) AND state = 'ready' AND "leasedMb" + ${memory} <= "memoryMb"
            AND (leases = 0 OR (${shared} AND NOT exclusive))
          ORDER BY "memoryMb", "leasedMb" DESC, uuid
          LIMIT 1 FOR UPDATE SKIP LOCKED
        )
        AND state = 'ready' AND "leasedMb" + ${memory} <= "memoryMb"
        AND (leases = 0 OR (${shared} AND NOT exclusive))
      RETURNING uuid
    )
    INSERT INTO "DeviceLease" (id, "deviceUuid", "workerId", subject, "memoryMb")
    SELECT ${uuidv7()}::uuid, uuid, ${workerId}, ${subject}, ${memory} FROM taken
    RETURNING id, "deviceUuid" AS uuid`;
  return lease ?? null;
}
