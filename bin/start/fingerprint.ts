import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { projectPath } from "./project";

/** Files below a folder, in a stable order; tests and caches do not count. */
function* filesBelow(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === "__pycache__" || entry.name.includes(".test.")) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile()) yield file;
  }
}

/** A hash over files and folders (relative to the checkout, or absolute) and further text. */
export function fingerprint(inputs: string[], ...texts: string[]): string {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const place = path.resolve(projectPath(), input);
    if (!existsSync(place)) continue;
    for (const file of statSync(place).isDirectory() ? filesBelow(place) : [place]) {
      hash.update(`${path.relative(projectPath(), file)}\0`).update(readFileSync(file));
    }
  }
  for (const text of texts) hash.update(`\0${text}`);
  return hash.digest("hex");
}
