import { authorPrior } from "@/lib/measurement/author-prior";
import { calibratedItem } from "@/lib/measurement/calibrated-item";
import type { Response, Similarity } from "@/lib/measurement/response";
import type { Db } from "@/lib/platform/db";
import { YEAR_MS } from "@/lib/platform/durations";
import type { ActiveModel } from "./active-model";
import { readOrientationRows } from "./read-orientation-rows";

/** What evidence is read by. */
type Model = Pick<ActiveModel, "parameters" | "items">;

export type EvidenceRow = {
  skill: string;
  submission: string;
  challenge: string;
  weight: number;
  score: number;
  difficulty: number;
  cases: number;
  guessing: number;
  supervised: boolean;
  similarity: Similarity;
  attempt: number;
  hints: number;
  at: Date;
};

/** Attempts at one challenge that are read: at half the weight each, further ones say nothing. */
const ATTEMPTS_READ = 12;

/**
 * What a learner's verdicts and orientations say of each skill, as the model takes it. An attempt's
 * number, and the hints that were open, follow from when it was handed in, in whatever order it was
 * judged.
 */
export async function readResponses(
  tx: Db,
  userId: string,
  model: Model,
  asOf: Date,
): Promise<Map<string, Response[]>> {
  const rows = await tx.$queryRaw<EvidenceRow[]>`
    SELECT * FROM (SELECT e."skillSlug" AS skill, s.id::text AS submission, c.slug AS challenge, e.weight, e.score,
      e.difficulty, e.cases, e.guessing, e.supervised, e.similarity::text AS similarity,
      (dense_rank() OVER (PARTITION BY s."challengeId" ORDER BY s."createdAt", s.id))::int AS attempt,
      (SELECT count(*)::int FROM "HintReveal" h
        WHERE h."userId" = s."userId" AND h."challengeId" = s."challengeId"
          AND h."createdAt" <= s."createdAt") AS hints,
      s."createdAt" AS at
    FROM "SkillEvidence" e
    JOIN "Submission" s ON s.id = e."submissionId"
    JOIN "Challenge" c ON c.id = s."challengeId"
    WHERE e."userId" = ${userId}::uuid) AS read
    WHERE attempt <= ${ATTEMPTS_READ} ORDER BY at, submission`;
  const bySkill = new Map<string, Response[]>();
  for (const row of [...rows, ...(await readOrientationRows(tx, userId))]) {
    const responses = bySkill.get(row.skill) ?? [];
    bySkill.set(row.skill, [...responses, responseOf(row, model, asOf)]);
  }
  return bySkill;
}

function responseOf(row: EvidenceRow, model: Model, asOf: Date): Response {
  return {
    id: row.submission,
    itemId: row.challenge,
    item: itemOf(row, model),
    score: row.score,
    count: row.cases,
    load: row.weight,
    attempt: row.attempt,
    hints: row.hints,
    supervised: row.supervised,
    ageYears: Math.max(0, asOf.getTime() - row.at.getTime()) / YEAR_MS,
    similarity: row.similarity,
    current: true,
  };
}

function itemOf(
  { skill, challenge, difficulty, guessing }: EvidenceRow,
  { parameters, items }: Model,
) {
  const prior = authorPrior(difficulty, guessing, parameters);
  return calibratedItem(items, { skill, item: challenge, authorDifficulty: difficulty }, prior);
}
