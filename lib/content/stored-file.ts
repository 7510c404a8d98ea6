const MARK = "data:application/octet-stream;base64,";

/** How a package keeps a file that is no text. */
export const storedBytes = (bytes: Uint8Array): string =>
  MARK + Buffer.from(bytes).toString("base64");

/** Whether a text would be taken for stored bytes. */
export const looksStored = (text: string): boolean => text.startsWith(MARK);

/** A file of a package as it was on disk, text or not. */
export const bytesOf = (stored: string): Buffer =>
  looksStored(stored)
    ? Buffer.from(stored.slice(MARK.length), "base64")
    : Buffer.from(stored, "utf8");
