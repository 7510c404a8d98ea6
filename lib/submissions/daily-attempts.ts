import type { Db } from "@/lib/platform/db";

const DAY_MS = 86_400_000;

type Query = { userId: string; challengeId: string; limit: number };

/**
 * How many files may still be handed in within 24 hours; when none, from when on the next may. A
 * file that is refused uses nothing up, nor does a fault of ours or of the author.
 */
export async function dailyAttempts(
  tx: Db,
  { userId, challengeId, limit }: Query,
): Promise<{ left: number; nextAt: Date | null }> {
  const recent = await tx.submission.findMany({
    where: {
      userId,
      challengeId,
      createdAt: { gt: new Date(Date.now() - DAY_MS) },
      OR: [
        { verdict: null },
        { verdict: { notIn: ["candidate_error", "checker_error", "infrastructure_error"] } },
      ],
    },
    orderBy: { createdAt: "desc" },
    take: limit,
    select: { createdAt: true },
  });
  const left = limit - recent.length;
  const oldest = recent.at(-1);
  if (left > 0 || !oldest) return { left, nextAt: null };
  return { left: 0, nextAt: new Date(oldest.createdAt.getTime() + DAY_MS) };
}
