import type { Db } from "@/lib/platform/db";

const DAY_MS = 86_400_000;

type Query = { userId: string; challengeId: string; limit: number };

/** How many attempts may still be begun within 24 hours; when none, from when on the next may. */
export async function nextStart(
  tx: Db,
  { userId, challengeId, limit }: Query,
): Promise<{ left: number; nextAt: Date | null }> {
  const recent = await tx.quizAttempt.findMany({
    where: {
      userId,
      challengeId,
      startedAt: { gt: new Date(Date.now() - DAY_MS) },
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
  const left = limit - recent.length;
  const oldest = recent.at(-1);
  if (left > 0 || !oldest) return { left, nextAt: null };
  return { left: 0, nextAt: new Date(oldest.startedAt.getTime() + DAY_MS) };
}
