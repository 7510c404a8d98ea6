import { dailyQuota, type Quota, quotaStart } from "@/lib/platform/daily-quota";
import type { Db } from "@/lib/platform/db";

type Query = { userId: string; challengeId: string; limit: number };

/**
 * How many files may still be handed in within 24 hours; when none, from when on the next may. A
 * file that is refused uses nothing up, nor does a fault of ours or of the author.
 */
export async function dailyAttempts(tx: Db, { userId, challengeId, limit }: Query): Promise<Quota> {
  const recent = await tx.submission.findMany({
    where: {
      userId,
      challengeId,
      createdAt: { gt: quotaStart() },
      OR: [
        { verdict: null },
        { verdict: { notIn: ["candidate_error", "checker_error", "infrastructure_error"] } },
      ],
    },
    orderBy: { createdAt: "desc" },
    take: limit,
    select: { createdAt: true },
  });
  return dailyQuota(
    limit,
    recent.map(({ createdAt }) => createdAt),
  );
}
