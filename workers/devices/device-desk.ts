import { setTimeout as sleep } from "node:timers/promises";
import type { DeviceNeed } from "@/lib/content/challenge-manifest";
import { endLease } from "@/lib/devices/end-lease";
import { flagsThatDoNotFit } from "@/lib/devices/flags";
import { leaseDevice } from "@/lib/devices/lease-device";
import { type QuarantineReason, quarantineDevice } from "@/lib/devices/quarantine";
import { reportDevices } from "@/lib/devices/report-devices";
import { isAlone, roomOf } from "@/lib/devices/room";
import { log } from "@/lib/platform/log";
import type { JobDevice } from "../grading/job";
import type { Look, Lookout } from "./look";

/** A driver frees what a killed process held within moments; what it keeps for itself is less. */
const SETTLES_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 200;
const OWN_OF_DRIVER_MB = 64;

/** The devices of one worker: seen, leased for a job, and looked over when it is done. */
export class DeviceDesk {
  private constructor(
    private readonly workerId: string,
    private readonly lookout: Lookout,
    private readonly uuids: string[],
    /** Whether its devices are real ones. */
    readonly judgesSpeed: boolean,
    private readonly settlesWithinMs: number,
  ) {}

  static async open(
    workerId: string,
    lookout: Lookout,
    settlesWithinMs = SETTLES_WITHIN_MS,
  ): Promise<DeviceDesk> {
    const found = await lookout.look();
    await reportDevices(workerId, found);
    // Nothing to watch: what finds devices need not stay.
    if (found.length === 0) lookout.close();
    return new DeviceDesk(
      workerId,
      lookout,
      found.map(({ uuid }) => uuid),
      found.some(({ kind }) => kind === "cuda"),
      settlesWithinMs,
    );
  }

  get count(): number {
    return this.uuids.length;
  }

  /** Tells that the devices are still there. */
  async report(): Promise<void> {
    if (this.count > 0) await reportDevices(this.workerId, await this.lookout.look());
  }

  /** Flags of jobs for which no device of this worker is free. */
  async flagsToPassOver(): Promise<string[]> {
    return flagsThatDoNotFit(await roomOf(this.uuids));
  }

  /** Has a job use a device. False where none was free, or the free one was not fit for use. */
  async withDevice(
    need: DeviceNeed,
    subject: string,
    use: (device: JobDevice) => Promise<void>,
  ): Promise<boolean> {
    const lease = await leaseDevice(this.workerId, this.uuids, need, subject);
    if (!lease) return false;
    try {
      const before = await this.lookAt(lease.uuid);
      if (!before) return this.quarantine(lease.uuid, "silent");
      if (before.processes > 0 && (await isAlone(lease.uuid))) {
        return this.quarantine(lease.uuid, "processes");
      }
      const { kind, uuid, minor } = before;
      try {
        await use({ kind, uuid, minor, memory_mb: need.memory_mb });
      } finally {
        const amiss = await this.findFault(before);
        if (amiss) await this.quarantine(uuid, amiss);
      }
      return true;
    } finally {
      await endLease(lease.id);
    }
  }

  close() {
    this.lookout.close();
  }

  private async lookAt(uuid: string): Promise<Look | undefined> {
    const found = await this.lookout.look().catch(() => []);
    return found.find((device) => device.uuid === uuid);
  }

  /** What is not as it was before the job. Others who share the device use memory of their own. */
  private async findFault(before: Look): Promise<QuarantineReason | null> {
    const deadline = Date.now() + this.settlesWithinMs;
    for (;;) {
      const now = await this.lookAt(before.uuid);
      if (!now) return "silent";
      if (now.errors > before.errors) return "errors";
      if (!(await isAlone(before.uuid))) return null;
      const processes = now.processes > 0;
      if (!processes && now.usedMb <= before.usedMb + OWN_OF_DRIVER_MB) return null;
      if (Date.now() > deadline) return processes ? "processes" : "memory";
      await sleep(LOOK_AGAIN_MS);
    }
  }

  private async quarantine(uuid: string, reason: QuarantineReason): Promise<false> {
    log.error({ device: uuid, reason }, "a device is in quarantine until an admin lets it go");
    await quarantineDevice(uuid, reason);
    return false;
  }
}
