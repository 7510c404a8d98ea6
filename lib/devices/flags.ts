import type { DeviceNeed } from "@/lib/content/challenge-manifest";

/** A job that needs a device carries one flag; a worker passes over those it has no device for. */
const SMALLEST_MB = 1_024;
const LARGEST_MB = 1_048_576;

const name = (memoryMb: number, shared: boolean) => `device-${memoryMb}${shared ? "-shared" : ""}`;

/** The flag of a job: its memory rounded up to a power of two, in MB, and whether it shares. */
export function flagOf({ memory_mb, shared }: DeviceNeed): string {
  let memory = SMALLEST_MB;
  while (memory < memory_mb) memory *= 2;
  return name(memory, shared);
}

/** How much of a device can be had now, alone and beside others, in MB. */
export type Room = { aloneMb: number; sharedMb: number };

/**
 * The flags of jobs that do not fit. A class is open as long as its smallest job fits: what is
 * larger by less than twice finds out when it asks for the lease.
 */
export function flagsThatDoNotFit({ aloneMb, sharedMb }: Room): string[] {
  const flags: string[] = [];
  for (let memory = SMALLEST_MB; memory <= LARGEST_MB; memory *= 2) {
    const least = memory === SMALLEST_MB ? 0 : memory / 2;
    if (aloneMb <= least) flags.push(name(memory, false));
    if (sharedMb <= least) flags.push(name(memory, true));
  }
  return flags;
}
