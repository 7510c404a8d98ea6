import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ContentError } from "./content-error";
import { contentRoots } from "./folders";

/** Challenges that passed the publish gate, by slug: the content hash that passed. */
const proofs = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));
type Proofs = z.infer<typeof proofs>;

const FILE = "proofs.json";

async function readFrom(root: string): Promise<Proofs> {
  const file = path.join(root, FILE);
  if (!existsSync(file)) return {};
  try {
    return proofs.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new ContentError(file, [
      `cannot be read (${(error as Error).message}); run bin/touchstone verify --record`,
    ]);
  }
}

/** Hashes of contents that are on record as having passed the gate. Throws ContentError. */
export async function provenHashes(): Promise<Set<string>> {
  const found = await Promise.all(contentRoots().map(readFrom));
  return new Set(found.flatMap((each) => Object.values(each)));
}

/** Puts a content that passed the whole gate on record, beside the packages of its root. */
export async function recordProof(root: string, slug: string, contentHash: string): Promise<void> {
  const known = { ...(await readFrom(root)), [slug]: contentHash };
  const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(path.join(root, FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}
