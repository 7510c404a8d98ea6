import { z } from "zod";
import { LEVELS, type Level } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import type { Standing } from "./meets-rule";

const above = z.record(z.enum(LEVELS), z.number());

type Passed = { challenge: string; submission: string; skills: string[]; supervised: boolean };
export type KnownStanding = Pick<Standing, "above"> & { passed: readonly Passed[] };

/** What is on record of a learner's skills, and of the challenges that he passed. */
export async function readStanding(userId: string): Promise<KnownStanding> {
  const [estimates, passed] = await Promise.all([
    db().skillEstimate.findMany({ where: { userId }, select: { skillSlug: true, above: true } }),
    // The latest pass of each challenge that still counts.
    db().$queryRaw<Passed[]>`
      SELECT DISTINCT ON (c.slug) c.slug AS challenge, s.id::text AS submission,
        array_agg(e."skillSlug") AS skills, bool_or(e.supervised) AS supervised
      FROM "Submission" s
      JOIN "Challenge" c ON c.id = s."challengeId"
      JOIN "SkillEvidence" e ON e."submissionId" = s.id AND e.similarity <> 'upheld'
      WHERE s."userId" = ${userId}::uuid AND s.verdict = 'passed'
      GROUP BY c.slug, s.id ORDER BY c.slug, s.id DESC`,
  ]);
  return {
    above: new Map<string, Record<Level, number>>(
      estimates.map((row) => [row.skillSlug, above.parse(row.above)]),
    ),
    passed,
  };
}
