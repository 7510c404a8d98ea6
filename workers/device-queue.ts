import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { DeviceDesk } from "./devices/device-desk";
import { GpuLookout, type Lookout, noDevices, rehearsal } from "./devices/look";
import { RunnerPool } from "./grading/pool";
import { poolOptions } from "./grading/pool-options";

/** Host user ids of sandboxes with a device begin where those without can never come to. */
const AFTER_ALL_SLOTS = 64;
/** Jobs at a time for each device: one that has it alone, or some that share it. */
const SLOTS_A_DEVICE = 2;

/** The devices that the settings let this worker use. */
export function lookoutOf(): Lookout {
  switch (settings().WORKER_DEVICES) {
    case "none":
      return noDevices;
    case "rehearsal":
      return rehearsal;
    case "auto":
      return new GpuLookout(poolOptions().python);
  }
}

/** A machine whose devices cannot be seen still grades what needs none. */
async function openDesk(workerId: string, lookout: Lookout): Promise<DeviceDesk> {
  try {
    return await DeviceDesk.open(workerId, lookout);
  } catch (error) {
    log.warn({ err: error }, "the devices of this machine cannot be seen; none is used");
    lookout.close();
    return DeviceDesk.open(workerId, noDevices);
  }
}

/** Desk and runners for jobs on devices; no runners where there is no device. */
export async function openDevices(workerId: string) {
  const desk = await openDesk(workerId, lookoutOf());
  const slots = desk.count * SLOTS_A_DEVICE;
  const options = { ...poolOptions(), runtimes: [], slots, firstSlot: AFTER_ALL_SLOTS };
  const pool = slots > 0 ? await RunnerPool.start(options) : null;
  return { desk, pool, slots };
}
