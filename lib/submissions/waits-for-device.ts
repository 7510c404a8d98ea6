import { needOfSubmission } from "@/lib/devices/need-of";
import { hasDeviceFor } from "@/lib/devices/room";

/** Whether a submission can not be graded until a worker with a device for it is connected. */
export async function waitsForDevice(id: string): Promise<boolean> {
  const need = await needOfSubmission(id);
  return need !== undefined && !(await hasDeviceFor(need));
}
