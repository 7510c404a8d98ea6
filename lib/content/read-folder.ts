import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { ContentError } from "./content-error";

const MAX_FILE_BYTES = 1_048_576;
const IGNORED = /^(\.|__pycache__$)|\.pyc$/;

/** Every file below a folder as text, by its path with forward slashes, in a stable order. */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => IGNORED.test(part)))
    .sort();
  const texts = await Promise.all(
    paths.map(async (file) => [file.split(path.sep).join("/"), await readText(folder, file)]),
  );
  return Object.fromEntries(texts);
}

async function readText(folder: string, file: string): Promise<string> {
  const bytes = await readFile(path.join(folder, file));
  if (bytes.byteLength > MAX_FILE_BYTES) throw new ContentError(file, ["is larger than 1 MB"]);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ContentError(file, ["is not UTF-8 text"]);
  }
}
