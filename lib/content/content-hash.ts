import { createHash } from "node:crypto";

/** sha256 over every path and text, in path order: the name of an immutable version. */
export function contentHash(files: Record<string, string>): string {
  const hash = createHash("sha256");
  for (const path of Object.keys(files).sort()) {
    const text = files[path] ?? "";
    hash.update(`${path}\0${Buffer.byteLength(text)}\0`);
    hash.update(text);
  }
  return hash.digest("hex");
}
