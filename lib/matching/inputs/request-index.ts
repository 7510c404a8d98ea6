import { addJob } from "@/lib/jobs/add-job";
import type { Db } from "@/lib/platform/db";

/** Has what matching reads of a candidate made anew; several requests in a row are one. */
export const requestIndex = (tx: Db, userId: string): Promise<void> =>
  addJob(tx, "index-candidate", { userId }, { key: `index-candidate:${userId}` });

/** The same, of a person who may be no candidate at all. */
export async function requestIndexOfCandidate(tx: Db, userId: string): Promise<void> {
  const found = await tx.candidate.findUnique({ where: { userId }, select: { userId: true } });
  if (found) await requestIndex(tx, userId);
}
