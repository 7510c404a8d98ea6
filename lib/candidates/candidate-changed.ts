import { requestIndex } from "@/lib/matching/inputs/request-index";
import { touchCandidate } from "@/lib/matching/inputs/store-input";
import type { Db } from "@/lib/platform/db";

/**
 * Every write to what is kept of a candidate calls this in its transaction: what he agreed to holds
 * from here on for every ranking, and what he is ranked by is made anew.
 */
export async function candidateChanged(tx: Db, userId: string): Promise<void> {
  await tx.candidate.update({ where: { userId }, data: { updatedAt: new Date() } });
  await touchCandidate(tx, userId);
  await requestIndex(tx, userId);
}
