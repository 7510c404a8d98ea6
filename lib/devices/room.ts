import type { DeviceNeed } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { DEAD_AFTER_MS } from "@/lib/workers/heartbeat";
import type { Room } from "./flags";

/** What can be leased now of these devices: the most of any one of them. */
export async function roomOf(uuids: string[]): Promise<Room> {
  const devices = await db().device.findMany({ where: { uuid: { in: uuids }, state: "ready" } });
  const most = (of: number[]) => Math.max(0, ...of);
  return {
    aloneMb: most(devices.filter(({ leases }) => leases === 0).map(({ memoryMb }) => memoryMb)),
    sharedMb: most(
      devices
        .filter(({ exclusive }) => !exclusive)
        .map(({ memoryMb, leasedMb }) => memoryMb - leasedMb),
    ),
  };
}

/** Whether a worker that is alive sees a device for it, free or not. */
export async function hasDeviceFor({ memory_mb }: Pick<DeviceNeed, "memory_mb">): Promise<boolean> {
  const seenAt = { gt: new Date(Date.now() - DEAD_AFTER_MS) };
  const where = { state: "ready" as const, seenAt, memoryMb: { gte: memory_mb } };
  return (await db().device.count({ where })) > 0;
}

/** Whether only one job holds the device. */
export async function isAlone(uuid: string): Promise<boolean> {
  return (await db().device.count({ where: { uuid, leases: 1 } })) > 0;
}
