import { type Entry, openPromise, type ZipFile } from "yauzl";
import { type Admission, shown } from "./admit-entries";
import { archiveError } from "./archive-error";

const ENCRYPTED = 0x1;
const TYPE_MASK = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** Walks a zip archive. Throws InputError, or what its reader throws where it is malformed. */
export async function inspectZip(file: string, admission: Admission): Promise<void> {
  const zip = await openPromise(file, { lazyEntries: true });
  try {
    for await (const entry of zip.eachEntry()) await inspectEntry(zip, entry, admission);
  } catch (error) {
    // The reader refuses such names by itself.
    if (/ path: |characters in fileName/.test(String(error))) throw archiveError("path");
    throw error;
  } finally {
    zip.close();
  }
}

async function inspectEntry(zip: ZipFile, entry: Entry, admission: Admission): Promise<void> {
  const path = admission.enter(entry.fileName);
  if (entry.generalPurposeBitFlag & ENCRYPTED) {
    throw archiveError("encrypted", { entry: shown(entry.fileName) });
  }
  // The upper half holds the mode where a Unix program packed it, 0 otherwise.
  const type = (entry.externalFileAttributes >>> 16) & TYPE_MASK;
  if (type !== 0 && type !== REGULAR && type !== FOLDER) {
    throw archiveError("link", { entry: shown(entry.fileName) });
  }
  if (entry.fileName.endsWith("/")) return;
  let bytes = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    bytes += chunk.length;
    admission.unpacked(chunk.length);
  }
  admission.files.push({ path, bytes });
}
