import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { requestHash } from "@/lib/submissions/idempotency";

export type KeyedRequest = { key: string | undefined; asked: unknown };

/** A key that another request holds, which has not committed yet, is waited for. */
const lockKey = (tx: Db, organisationId: string, key: string) =>
  tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`made ${organisationId} ${key}`}, 0))`;

/**
 * Makes something for an organisation and answers its id; under an idempotency key that was used
 * before, what was made then. Throws idempotency_mismatch where the key asked for something else.
 */
export function once(
  organisationId: string,
  { key, asked }: KeyedRequest,
  make: (tx: Db) => Promise<string>,
): Promise<string> {
  return db().$transaction(async (tx) => {
    if (key === undefined) return make(tx);
    const hash = requestHash(asked);
    await lockKey(tx, organisationId, key);
    const known = await tx.organisationIdempotencyKey.findUnique({
      where: { organisationId_key: { organisationId, key } },
    });
    if (known && known.requestHash !== hash) throw new DomainError("idempotency_mismatch");
    if (known) return known.madeId;
    const madeId = await make(tx);
    await tx.organisationIdempotencyKey.create({
      data: { organisationId, key, requestHash: hash, madeId },
    });
    return madeId;
  });
}
