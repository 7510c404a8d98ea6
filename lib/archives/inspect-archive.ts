import { open, stat } from "node:fs/promises";
import { DomainError } from "@/lib/platform/errors";
import { Admission, type ArchiveEntry, type ArchiveLimits } from "./admit-entries";
import { archiveError } from "./archive-error";
import { inspectTar } from "./inspect-tar";
import { inspectZip } from "./inspect-zip";

const ZIP = [0x50, 0x4b];
const GZIP = [0x1f, 0x8b];

/**
 * The files of a zip or tar.gz archive, unpacked into nothing: every path stays below its folder,
 * there are no links, devices, doubles or passwords, and what it unpacks to, counted and not
 * believed, keeps within the limits. Throws InputError.
 */
export async function inspectArchive(file: string, limits: ArchiveLimits): Promise<ArchiveEntry[]> {
  const admission = new Admission(limits, (await stat(file)).size);
  const start = await firstBytes(file);
  const starts = (with_: number[]) => with_.every((byte, index) => start[index] === byte);
  const inspect = starts(ZIP) ? inspectZip : starts(GZIP) ? inspectTar : undefined;
  if (!inspect) throw archiveError("unreadable");
  try {
    await inspect(file, admission);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw archiveError("unreadable");
  }
  return admission.files;
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    return (await handle.read(Buffer.alloc(2), 0, 2, 0)).buffer;
  } finally {
    await handle.close();
  }
}
