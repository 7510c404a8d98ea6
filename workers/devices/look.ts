import os from "node:os";
import type { FoundDevice } from "@/lib/devices/report-devices";
import { log } from "@/lib/platform/log";
import { Survey } from "./survey";

/** A device as it is now, whatever kind it is. */
export type Look = FoundDevice & { minor: number; processes: number; errors: number };

/** Looks at the devices of this machine. */
export type Lookout = { look(): Promise<Look[]>; close(): void };

/** The GPUs that the driver knows. A survey that ended is begun anew with the next look. */
export class GpuLookout implements Lookout {
  private survey: Survey | undefined;

  constructor(private readonly python: string) {}

  async look(): Promise<Look[]> {
    this.survey ??= new Survey(this.python);
    try {
      const { devices, error } = await this.survey.ask();
      // Kernels that could not be loaded here would look like their learners' errors.
      if (error !== null) return this.unfit(devices.length, error);
      return devices.map(({ memory_mb, used_mb, ...device }) => ({
        ...device,
        kind: "cuda",
        memoryMb: memory_mb,
        usedMb: used_mb,
      }));
    } catch (error) {
      this.survey = undefined;
      throw error;
    }
  }

  private unfit(count: number, reason: string): Look[] {
    if (count > 0) log.error({ reason }, "this machine's GPUs cannot run kernels; none is used");
    return [];
  }

  close() {
    this.survey?.close();
    this.survey = undefined;
  }
}

const STAND_IN_MB = 1_048_576;

/** No device at all: kernels are interpreted, slowly, and their speed is not judged. */
export const REHEARSAL: Look = {
  uuid: `rehearsal-${os.hostname()}`,
  kind: "cpu",
  name: "rehearsal (no GPU)",
  minor: 0,
  memoryMb: STAND_IN_MB,
  usedMb: 0,
  processes: 0,
  errors: 0,
};

export const rehearsal: Lookout = { look: async () => [REHEARSAL], close: () => undefined };
export const noDevices: Lookout = { look: async () => [], close: () => undefined };
