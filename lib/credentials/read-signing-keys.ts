import { z } from "zod";
import { db } from "@/lib/platform/db";
import { ensureSigningKeys } from "./ensure-signing-keys";
import { publicJwk } from "./public-key";
import { unsealKey } from "./seal-key";
import { ALGORITHMS, type Algorithm, type PublishedKey, type SigningKey } from "./signing-key";

const row = z.object({ id: z.string(), algorithm: z.enum(ALGORITHMS), publicJwk });

/** Every key that verifies: those that sign, and those that were rotated. Newest first. */
export async function publishedKeys(): Promise<PublishedKey[]> {
  await ensureSigningKeys();
  const found = await db().signingKey.findMany({
    where: { withdrawnAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    omit: { sealed: true },
  });
  return found.map((key) => row.parse(key));
}

/** The key of a kind that signs now. Throws SettingsError where the secret does not open it. */
export async function signingKey(algorithm: Algorithm): Promise<SigningKey> {
  await ensureSigningKeys();
  const found = await db().signingKey.findFirstOrThrow({ where: { algorithm, retiredAt: null } });
  if (!found.sealed) throw new Error(`the ${algorithm} key that signs has no private half`);
  return unsealKey(row.parse(found), found.sealed);
}
