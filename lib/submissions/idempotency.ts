import { createHash } from "node:crypto";
import type { Db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Hash of what a request asks for, so that a key cannot be used for something else. */
export const requestHash = (request: unknown): string =>
  createHash("sha256").update(JSON.stringify(request)).digest("hex");

/**
 * Claims a key in the caller's transaction. Returns what was made under it before, or null.
 * A second request with the same key waits here until the first has committed.
 */
export async function claimKey(
  tx: Db,
  userId: string,
  key: string,
  hash: string,
): Promise<string | null> {
  const added = await tx.idempotencyKey.createMany({
    data: { userId, key, requestHash: hash },
    skipDuplicates: true,
  });
  if (added.count === 1) return null;
  const known = await tx.idempotencyKey.findUniqueOrThrow({
    where: { userId_key: { userId, key } },
  });
  if (known.requestHash !== hash) throw new DomainError("idempotency_mismatch");
  return typeof known.response === "string" ? known.response : null;
}

/** Notes what was made under a claimed key. */
export async function keepKeyResult(tx: Db, userId: string, key: string, id: string) {
  await tx.idempotencyKey.update({
    where: { userId_key: { userId, key } },
    data: { status: 201, response: id },
  });
}
