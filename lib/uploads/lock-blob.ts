import type { Db } from "@/lib/platform/db";

/** Until the transaction ends, nobody else stores or removes this blob. */
export async function lockBlob(tx: Db, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`blob:${sha256}`}, 0))`;
}
