import {
  type DeviceNeed,
  deviceNeed,
  type SandboxedManifest,
} from "@/lib/content/challenge-manifest";
import { GpuLookout, type Look, REHEARSAL } from "../devices/look";
import type { JobDevice } from "./job";
import { poolOptions } from "./pool-options";

let found: Promise<Look[]> | undefined;

/** Looked for once a process: what a command line runs on does not change meanwhile. */
async function lookOnce(): Promise<Look[]> {
  const lookout = new GpuLookout(poolOptions().python);
  try {
    return await lookout.look();
  } finally {
    lookout.close();
  }
}

/**
 * The device for gradings outside of the queue: a GPU of this machine, or else the stand-in, on
 * which speed is not judged. Undefined where the challenge needs none.
 */
export async function gateDevice(manifest: SandboxedManifest): Promise<JobDevice | undefined> {
  const need = deviceNeed(manifest);
  if (!need) return undefined;
  found ??= lookOnce();
  return jobDevice((await found).find((gpu) => gpu.memoryMb >= need.memory_mb) ?? REHEARSAL, need);
}

const jobDevice = ({ kind, uuid, minor }: Look, { memory_mb }: DeviceNeed): JobDevice => ({
  ...{ kind, uuid, minor },
  memory_mb,
});
