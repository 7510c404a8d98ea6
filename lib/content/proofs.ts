import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ContentError } from "./content-error";
import { contentRoots } from "./folders";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Challenges that passed the publish gate, by slug: the content hash that passed. `device: none`
 * where it needs a GPU and the gate had none: right results are proven, speed marks are not.
 */
const proof = z.union([hash, z.object({ hash, device: z.literal("none") }).strict()]);
const proofs = z.record(z.string(), proof);
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
  const all = found.flatMap((each) => Object.values(each));
  return new Set(all.map((one) => (typeof one === "string" ? one : one.hash)));
}

/**
 * Puts a content that passed the whole gate on record, beside the packages of its root.
 * onDevice: false where it needs a GPU and there was none.
 */
export async function recordProof(
  root: string,
  slug: string,
  contentHash: string,
  { onDevice = true } = {},
): Promise<void> {
  const made: Proofs[string] = onDevice ? contentHash : { hash: contentHash, device: "none" };
  const known = { ...(await readFrom(root)), [slug]: made };
  const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(path.join(root, FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}
