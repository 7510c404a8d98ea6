import { dailyQuota, type Quota, quotaStart } from "@/lib/platform/daily-quota";
import type { Db } from "@/lib/platform/db";

type Query = { userId: string; challengeId: string; limit: number };

/** How many attempts may still be begun within 24 hours; when none, from when on the next may. */
export async function nextStart(tx: Db, { userId, challengeId, limit }: Query): Promise<Quota> {
  const recent = await tx.quizAttempt.findMany({
    where: {
      userId,
      challengeId,
      startedAt: { gt: quotaStart() },
      // A fault of ours or of the author uses nothing up.
      OR: [
        { submissionId: null },
        { submission: { verdict: null } },
        { submission: { verdict: { notIn: ["checker_error", "infrastructure_error"] } } },
      ],
    },
    orderBy: { startedAt: "desc" },
    take: limit,
    select: { startedAt: true },
  });
  return dailyQuota(
    limit,
    recent.map(({ startedAt }) => startedAt),
  );
}
