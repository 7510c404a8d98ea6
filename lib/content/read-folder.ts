import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { ContentError } from "./content-error";
import { looksStored, storedBytes } from "./stored-file";

const MAX_FILE_BYTES = 1_048_576;
/** Where a file need not be text: what learners may upload, and what they are given. */
const MAY_BE_BINARY = /^(submissions|given)\//;
const IGNORED = /^(\.|__pycache__$)|\.pyc$/;

/**
 * Every file below a folder as text, by its path with forward slashes, in a stable order; bytes
 * that are no text as `bytesOf` reads them. Throws ContentError.
 */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => IGNORED.test(part)))
    .sort();
  const texts = await Promise.all(
    paths.map(async (file) => {
      const name = file.split(path.sep).join("/");
      return [name, await readStored(path.join(folder, file), name)] as const;
    }),
  );
  return Object.fromEntries(texts);
}

async function readStored(file: string, name: string): Promise<string> {
  const bytes = await readFile(file);
  if (bytes.byteLength > MAX_FILE_BYTES) throw new ContentError(name, ["is larger than 1 MB"]);
  const text = asText(bytes);
  if (text === null && !MAY_BE_BINARY.test(name)) {
    throw new ContentError(name, ["is not UTF-8 text"]);
  }
  if (text !== null && looksStored(text)) {
    throw new ContentError(name, ["begins as stored bytes do; let it begin otherwise"]);
  }
  return text ?? storedBytes(bytes);
}

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
