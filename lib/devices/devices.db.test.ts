import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { registerWorker } from "@/lib/workers/heartbeat";
import { reapDeadWorkers } from "@/lib/workers/reap-dead-workers";
import { endLease } from "./end-lease";
import { leaseDevice } from "./lease-device";
import { listDevices } from "./list-devices";
import { quarantineDevice, releaseDevice } from "./quarantine";
import { reportDevices } from "./report-devices";
import { hasDeviceFor, roomOf } from "./room";

let count = 0;

/** A device that some worker has seen just now. */
async function seen(memoryMb = 8_000, workerId = "w"): Promise<string> {
  const uuid = `GPU-${++count}`;
  const device = { uuid, kind: "cuda" as const, name: "Some GPU", memoryMb, usedMb: 0 };
  await reportDevices(workerId, [device]);
  return uuid;
}

const alone = (memory_mb: number) => ({ memory_mb, shared: false });
const beside = (memory_mb: number) => ({ memory_mb, shared: true });

describe("a lease", () => {
  it("is had by one alone, however many ask at once", async () => {
    const uuid = await seen();
    const asked = Array.from({ length: 20 }, (_, n) =>
      leaseDevice("w", [uuid], alone(1_000), `job:${n}`),
    );
    const had = (await Promise.all(asked)).filter((lease) => lease !== null);
    expect(had).toHaveLength(1);
    expect(await leaseDevice("w", [uuid], beside(1_000), "job:next")).toBeNull();
    await endLease(had[0]?.id ?? "");
    expect(await leaseDevice("w", [uuid], alone(1_000), "job:next")).not.toBeNull();
  });

  it("is shared up to the device's memory, and then by nobody who wants it alone", async () => {
    const uuid = await seen(8_000);
    const asked = Array.from({ length: 20 }, () => leaseDevice("w", [uuid], beside(3_000), "j"));
    let had = (await Promise.all(asked)).filter((lease) => lease !== null);
    // Those who met a locked row were told to come again.
    while (had.length < 2) {
      const more = await leaseDevice("w", [uuid], beside(3_000), "j");
      had = more ? [...had, more] : had;
    }
    expect(had).toHaveLength(2);
    expect(await leaseDevice("w", [uuid], beside(3_000), "j")).toBeNull();
    expect(await leaseDevice("w", [uuid], alone(1_000), "j")).toBeNull();
    expect(await roomOf([uuid])).toEqual({ aloneMb: 0, sharedMb: 2_000 });
    await Promise.all(had.map(({ id }) => endLease(id)));
    expect(await roomOf([uuid])).toEqual({ aloneMb: 8_000, sharedMb: 8_000 });
  });

  it("takes the smallest device that is large enough", async () => {
    const [small, large] = [await seen(8_000), await seen(80_000)];
    expect(await leaseDevice("w", [large, small], alone(6_000), "j")).toMatchObject({
      uuid: small,
    });
    expect(await leaseDevice("w", [large, small], alone(60_000), "j")).toMatchObject({
      uuid: large,
    });
    expect(await leaseDevice("w", [large, small], alone(90_000), "j")).toBeNull();
  });

  it("ends once, also when two end it", async () => {
    const uuid = await seen();
    const lease = await leaseDevice("w", [uuid], alone(1_000), "j");
    await Promise.all([endLease(lease?.id ?? ""), endLease(lease?.id ?? "")]);
    const device = await db().device.findUniqueOrThrow({ where: { uuid } });
    expect(device).toMatchObject({ leases: 0, leasedMb: 0, exclusive: false });
  });

  it("ends with its worker, and not while the worker lives", async () => {
    for (const id of ["dead", "alive"]) await registerWorker(id, 1, {});
    const [lost, kept] = [await seen(), await seen()];
    await leaseDevice("dead", [lost], alone(1_000), "j");
    await leaseDevice("alive", [kept], alone(1_000), "j");
    const long = new Date(Date.now() - 60_000);
    await db().worker.update({ where: { id: "dead" }, data: { heartbeatAt: long } });
    await reapDeadWorkers();
    expect(await leaseDevice("w", [lost], alone(1_000), "next")).not.toBeNull();
    expect(await leaseDevice("w", [kept], alone(1_000), "next")).toBeNull();
  });
});

describe("a device in quarantine", () => {
  it("is leased again when an admin lets it go, which is audited, and to nobody before", async () => {
    const uuid = await seen();
    await quarantineDevice(uuid, "memory");
    expect(await leaseDevice("w", [uuid], alone(1_000), "j")).toBeNull();
    const device = { uuid, kind: "cuda" as const, name: "Some GPU", memoryMb: 8_000, usedMb: 0 };
    await reportDevices("another worker", [device]);
    expect(await leaseDevice("w", [uuid], alone(1_000), "j")).toBeNull();
    const admin = await signedIn("admin");
    expect(await listDevices(admin)).toContainEqual(
      expect.objectContaining({ uuid, state: "quarantined", reason: "memory", seen: true }),
    );
    await releaseDevice(admin, uuid);
    expect(await leaseDevice("w", [uuid], alone(1_000), "j")).not.toBeNull();
    const acts = await db().auditEvent.findMany({
      where: { subject: `device:${uuid}` },
      orderBy: { at: "asc" },
    });
    expect(acts.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["device.quarantined", null],
      ["device.released", admin.userId],
    ]);
  });

  it("does not exist for those who are no admin", async () => {
    const uuid = await seen();
    await quarantineDevice(uuid, "errors");
    const author = await signedIn("author");
    await expect(releaseDevice(author, uuid)).rejects.toMatchObject({ kind: "not_found" });
    await expect(listDevices(author)).rejects.toMatchObject({ kind: "not_found" });
  });
});

it("a device that no worker has seen of late serves nobody", async () => {
  const uuid = await seen(500_000);
  expect(await hasDeviceFor({ memory_mb: 400_000 })).toBe(true);
  await db().device.update({ where: { uuid }, data: { seenAt: new Date(Date.now() - 60_000) } });
  expect(await hasDeviceFor({ memory_mb: 400_000 })).toBe(false);
});
