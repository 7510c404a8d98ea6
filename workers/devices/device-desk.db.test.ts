import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { DeviceDesk } from "./device-desk";
import type { Look } from "./look";

const NEED = { memory_mb: 4_000, shared: false };
let count = 0;

/** A desk over one device, and what is to be seen of it next. */
async function desk() {
  const uuid = `GPU-desk-${++count}`;
  const now: Look = {
    ...{ uuid, kind: "cuda", name: "Some GPU", minor: 3 },
    ...{ memoryMb: 8_000, usedMb: 10, processes: 0, errors: 0 },
  };
  const seen: { now: Look | null } = { now };
  const lookout = { look: async () => (seen.now ? [{ ...seen.now }] : []), close: () => undefined };
  const change = (changes: Partial<Look>) => {
    seen.now = { ...now, ...changes };
  };
  const vanish = () => {
    seen.now = null;
  };
  return { desk: await DeviceDesk.open("w", lookout, 300), uuid, change, vanish };
}

const stateOf = (uuid: string) =>
  db().device.findUniqueOrThrow({
    where: { uuid },
    select: { state: true, reason: true, leases: true },
  });

describe("a desk", () => {
  it("lends a device that is as it should be, and leases it to nobody else meanwhile", async () => {
    const { desk: one, uuid } = await desk();
    const had = await one.withDevice(NEED, "job:1", async (device) => {
      expect(device).toEqual({ kind: "cuda", uuid, minor: 3, memory_mb: 4_000 });
      expect(await one.withDevice(NEED, "job:2", async () => undefined)).toBe(false);
      expect(await one.flagsToPassOver()).toContain("device-1024");
    });
    expect(had).toBe(true);
    expect(await stateOf(uuid)).toEqual({ state: "ready", reason: null, leases: 0 });
    expect(await one.flagsToPassOver()).not.toContain("device-8192");
  });

  it.each([
    ["memory", { usedMb: 900 }],
    ["processes", { processes: 1 }],
    ["errors", { errors: 1 }],
  ] as const)("puts a device into quarantine that keeps %s after a job", async (reason, left) => {
    const { desk: one, uuid, change } = await desk();
    await one.withDevice(NEED, "job", async () => change(left));
    expect(await stateOf(uuid)).toEqual({ state: "quarantined", reason, leases: 0 });
    expect(await one.withDevice(NEED, "next", async () => undefined)).toBe(false);
    expect(await one.flagsToPassOver()).toContain("device-1024");
  });

  it("waits for a driver that frees memory a moment later", async () => {
    const { desk: one, uuid, change } = await desk();
    await one.withDevice(NEED, "job", async () => {
      change({ usedMb: 900, processes: 1 });
      setTimeout(() => change({}), 100);
    });
    expect(await stateOf(uuid)).toMatchObject({ state: "ready" });
  });

  it("looks also when the job failed, and passes the failure on", async () => {
    const { desk: one, uuid, vanish } = await desk();
    const failing = one.withDevice(NEED, "job", async () => {
      vanish();
      throw new Error("the runner ended");
    });
    await expect(failing).rejects.toThrow("the runner ended");
    expect(await stateOf(uuid)).toEqual({ state: "quarantined", reason: "silent", leases: 0 });
  });

  it("lends no device on which somebody else computes", async () => {
    const { desk: one, uuid, change } = await desk();
    change({ processes: 2 });
    const had = await one.withDevice(NEED, "job", () => Promise.reject(new Error("was lent")));
    expect(had).toBe(false);
    expect(await stateOf(uuid)).toMatchObject({ state: "quarantined", reason: "processes" });
  });
});
