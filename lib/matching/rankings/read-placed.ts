import { db } from "@/lib/platform/db";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { conditionCosts, type RankedResult, rankedResults, rankingBasis } from "./ranking-record";

/**
 * One person's place in a ranking: every factor with its weight, and what became of his objection.
 * Nothing of what was asked but what he was measured by, and nothing of anybody else.
 */
export async function readPlaced(rankingId: string, userId: string) {
  const [row, skills] = await Promise.all([
    db().ranking.findUniqueOrThrow({
      where: { id: rankingId },
      include: {
        contests: {
          where: { userId },
          select: { status: true, text: true, answer: true, dueAt: true, decidedAt: true },
        },
      },
    }),
    listSkills(),
  ]);
  const title = titlesOf(skills);
  const result = rankedResults
    .parse(row.results)
    .find((one) => one.userId === userId) as RankedResult;
  const { scorer, modelHash } = rankingBasis.parse(row.basis);
  return {
    ...{ rankingId, rankedAt: row.rankedAt, scorer, modelHash },
    result: {
      ...result,
      skills: result.skills.map((one) => ({ ...one, title: title(one.slug) })),
    },
    among: conditionCosts.parse(row.conditions).left,
    contest: row.contests[0] ?? null,
  };
}
export type Placed = Awaited<ReturnType<typeof readPlaced>>;
