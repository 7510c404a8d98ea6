import type { Db } from "@/lib/platform/db";

/** A learner's first, unaided and unsuspected response to a challenge, on one of its skills. */
export type FirstResponse = {
  learner: string;
  item: string;
  score: number;
  cases: number;
  guessing: number;
  authorDifficulty: number;
};

/** Learners of a skill that a calibration reads at most; more would hardly narrow anything. */
export const LEARNERS_READ = 5000;

/** What bears less than this on a skill says too little of it to be calibrated there. */
const LEAST_LOAD = 0.3;

/** Skills that there is evidence of. */
export async function skillsWithEvidence(tx: Db): Promise<string[]> {
  const rows = await tx.$queryRaw<{ skill: string }[]>`
    SELECT DISTINCT "skillSlug" AS skill FROM "SkillEvidence" ORDER BY skill`;
  return rows.map(({ skill }) => skill);
}

/**
 * First responses of a skill's learners: of at most so many, the same ones each time, chosen by a
 * hash of their ids. Left out are people of the house, what is under a finding of similarity, first
 * attempts that a hint went before, light loads, and evidence under another word of the author than
 * today's.
 */
export const firstResponses = (tx: Db, skill: string): Promise<FirstResponse[]> =>
  tx.$queryRaw<FirstResponse[]>`
    WITH chosen AS (
      SELECT u.id FROM "User" u
      WHERE u.role = 'learner' AND NOT u.demo AND EXISTS (
        SELECT 1 FROM "SkillEvidence" e WHERE e."userId" = u.id AND e."skillSlug" = ${skill})
      ORDER BY md5(u.id::text) LIMIT ${LEARNERS_READ}
    ), ordered AS (
      SELECT e."userId", s."challengeId", s."createdAt", e.score, e.cases, e.guessing, e.weight,
        e.difficulty, e.similarity,
        row_number() OVER (PARTITION BY e."userId", s."challengeId" ORDER BY s."createdAt", s.id) AS n
      FROM chosen
      JOIN "SkillEvidence" e ON e."userId" = chosen.id AND e."skillSlug" = ${skill}
      JOIN "Submission" s ON s.id = e."submissionId"
    )
    SELECT o."userId"::text AS learner, c.slug AS item, o.score, o.cases, o.guessing,
      o.difficulty AS "authorDifficulty"
    FROM ordered o
    JOIN "Challenge" c ON c.id = o."challengeId"
    JOIN "ChallengeVersion" v ON v.id = c."currentVersionId"
    WHERE o.n = 1 AND o.weight >= ${LEAST_LOAD} AND o.similarity = 'none'
      AND (v.manifest->>'difficulty')::float8 = o.difficulty
      AND NOT EXISTS (
        SELECT 1 FROM "HintReveal" h
        WHERE h."userId" = o."userId" AND h."challengeId" = o."challengeId"
          AND h."createdAt" <= o."createdAt")
    ORDER BY learner, item`;
