import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { settings } from "@/lib/platform/env";

const BUILT_IN = path.resolve("content");

/** Folders that hold content; a later one wins where a slug stands in both. */
export function contentRoots(): string[] {
  const own = settings().CONTENT_DIR;
  return own ? [BUILT_IN, path.resolve(own)] : [BUILT_IN];
}

/** Folder of every package of a kind, by slug. */
export async function packageFolders(kind: "challenges" | "tracks"): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const root of contentRoots()) {
    const base = path.join(root, kind);
    if (!existsSync(base)) continue;
    const entries = await readdir(base, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
      if (entry.isDirectory()) found.set(entry.name, path.join(base, entry.name));
    }
  }
  return found;
}

/** The folder that a person means by a slug or a path; undefined where there is none. */
export async function resolvePackage(slugOrPath: string): Promise<string | undefined> {
  if (existsSync(path.join(slugOrPath, "challenge.yaml"))) return path.resolve(slugOrPath);
  return (await packageFolders("challenges")).get(slugOrPath);
}
