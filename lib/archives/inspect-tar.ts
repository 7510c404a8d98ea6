import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { type Admission, shown } from "./admit-entries";
import { archiveError } from "./archive-error";

/** Walks a tar.gz archive. Throws InputError, or what its reader throws where it is malformed. */
export async function inspectTar(file: string, admission: Admission): Promise<void> {
  const entries = extract();
  const walk = async () => {
    for await (const entry of entries) await inspectEntry(entry, admission);
  };
  await Promise.all([pipeline(createReadStream(file), createGunzip(), entries), walk()]);
}

type Entry = AsyncIterable<unknown> & { header: Header };

async function inspectEntry(entry: Entry, admission: Admission): Promise<void> {
  const { name, type } = entry.header;
  const path = admission.enter(name);
  if (type !== "file" && type !== "directory") {
    throw archiveError("link", { entry: shown(name) });
  }
  let bytes = 0;
  for await (const chunk of entry) {
    const { length } = chunk as Buffer;
    bytes += length;
    admission.unpacked(length);
  }
  if (type === "file") admission.files.push({ path, bytes });
}
