import { db } from "@/lib/platform/db";

/** A run whose result nobody fetched is kept no longer than this, in minutes. */
const RUN_MINUTES = 10;
const KEY_HOURS = 48;

/** Drops old runs with their events, keys that nobody repeats any more, and counts that have ended. */
export async function removeExpired(): Promise<void> {
  const now = Date.now();
  const runsBefore = new Date(now - RUN_MINUTES * 60_000);
  const keysBefore = new Date(now - KEY_HOURS * 3_600_000);
  await db().run.deleteMany({ where: { createdAt: { lt: runsBefore } } });
  const old = { where: { createdAt: { lt: keysBefore } } };
  await db().idempotencyKey.deleteMany(old);
  await db().organisationIdempotencyKey.deleteMany(old);
  await db().rateLimit.deleteMany({ where: { expire: { lt: BigInt(now) } } });
}
