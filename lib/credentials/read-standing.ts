import { db } from "@/lib/platform/db";
import { aboveLevels } from "@/lib/skills/shown-estimate";
import { LEAST_SCORE, type Standing } from "./meets-rule";

type Shown = { challenge: string; submission: string; skills: string[]; supervised: boolean };
export type KnownStanding = Pick<Standing, "above"> & { shown: readonly Shown[] };

/** What is on record of a learner's skills, and of the challenges that he did well in. */
export async function readStanding(userId: string): Promise<KnownStanding> {
  const [estimates, shown] = await Promise.all([
    db().skillEstimate.findMany({ where: { userId }, select: { skillSlug: true, above: true } }),
    // The latest submission to each challenge that shows enough and still counts.
    db().$queryRaw<Shown[]>`
      SELECT DISTINCT ON (c.slug) c.slug AS challenge, s.id::text AS submission,
        array_agg(e."skillSlug") AS skills, bool_or(e.supervised) AS supervised
      FROM "Submission" s
      JOIN "Challenge" c ON c.id = s."challengeId"
      JOIN "SkillEvidence" e ON e."submissionId" = s.id AND e.similarity <> 'upheld'
      WHERE s."userId" = ${userId}::uuid AND s.score >= ${LEAST_SCORE}
      GROUP BY c.slug, s.id ORDER BY c.slug, s.id DESC`,
  ]);
  return {
    above: new Map(estimates.map((row) => [row.skillSlug, aboveLevels.parse(row.above)])),
    shown,
  };
}
