import type { Db } from "@/lib/platform/db";

/**
 * Lets the best of the author's submissions to the same challenge stand for him: by score, then CPU
 * time, then the earlier one; none while every score is 0. In a season the measured value decides,
 * which goes on where points are full; and what is read takes no time worth comparing. Called in
 * the verdict's transaction.
 */
export async function markBest(tx: Db, submissionId: string): Promise<void> {
  const { userId, challengeId, seasonId } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { userId: true, challengeId: true, seasonId: true },
  });
  // Two verdicts at a time would each miss the other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${userId + challengeId}, 0))`;
  const theirs = { userId, challengeId, seasonId };
  const best = await tx.submission.findFirst({
    where: { ...theirs, status: "done", score: { gt: 0 } },
    orderBy: [
      seasonId ? { measured: "desc" } : { score: "desc" },
      ...(seasonId ? [] : [{ cpuMs: "asc" as const }]),
      { createdAt: "asc" },
    ],
    select: { id: true, best: true },
  });
  if (!best || best.best) return;
  await tx.submission.updateMany({ where: { ...theirs, best: true }, data: { best: false } });
  await tx.submission.update({ where: { id: best.id }, data: { best: true } });
}
