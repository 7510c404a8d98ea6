import { type Db, db } from "@/lib/platform/db";
import { sealKey } from "./seal-key";
import { ALGORITHMS, type Algorithm, makeSigningKey, type SigningKey } from "./signing-key";

/** Makes the key of every kind that has none which signs. Many processes may do so at once. */
export async function ensureSigningKeys(): Promise<void> {
  const current = await db().signingKey.findMany({
    where: { retiredAt: null },
    select: { algorithm: true },
  });
  const known = current.map(({ algorithm }) => algorithm);
  const missing = ALGORITHMS.filter((algorithm) => !known.includes(algorithm));
  if (missing.length === 0) return;
  const drafts = await draftKeys(missing);
  await db().$transaction(async (tx) => {
    await lockKeys(tx);
    await storeMissingKeys(tx, drafts);
  });
}

/** New keys, not stored yet: to make one takes too long for a transaction. */
export const draftKeys = (algorithms: readonly Algorithm[]): Promise<SigningKey[]> =>
  Promise.all(algorithms.map(makeSigningKey));

export async function lockKeys(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('signing keys', 0))`;
}

/** Stores each draft whose kind has no key that signs. The caller holds the lock. */
export async function storeMissingKeys(tx: Db, drafts: SigningKey[]): Promise<void> {
  for (const draft of drafts) {
    const { id, algorithm, publicJwk } = draft;
    const current = await tx.signingKey.count({ where: { algorithm, retiredAt: null } });
    if (current > 0) continue;
    const sealed = new Uint8Array(sealKey(draft));
    await tx.signingKey.create({ data: { id, algorithm, publicJwk, sealed } });
  }
}
