import os from "node:os";
import { db } from "@/lib/platform/db";

/** A device as a worker finds it. kind: `cuda`, or `cpu` for a rehearsal without any. */
export type FoundDevice = {
  uuid: string;
  kind: "cuda" | "cpu";
  name: string;
  memoryMb: number;
  usedMb: number;
};

/** Notes what a worker sees now. Quarantine and leases outlast a worker's restart. */
export async function reportDevices(workerId: string, found: FoundDevice[]): Promise<void> {
  const by = { workerId, hostname: os.hostname(), seenAt: new Date() };
  for (const { uuid, kind, name, memoryMb, usedMb } of found) {
    const seen = { kind, name, memoryMb, usedMb, ...by };
    await db().device.upsert({ where: { uuid }, create: { uuid, ...seen }, update: seen });
  }
}
