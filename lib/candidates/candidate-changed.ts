import type { Db } from "@/lib/platform/db";

/**
 * Every write to what is kept of a candidate calls this in its transaction: what is found by and
 * ranked by has to follow.
 */
export async function candidateChanged(tx: Db, userId: string): Promise<void> {
  await tx.candidate.update({ where: { userId }, data: { updatedAt: new Date() } });
}
