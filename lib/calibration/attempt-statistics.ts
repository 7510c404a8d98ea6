import type { Db } from "@/lib/platform/db";
import type { ItemReport } from "./item-report";

export type AttemptStatistics = Pick<
  ItemReport,
  | "attempts"
  | "learners"
  | "passedFirst"
  | "passedEver"
  | "minutesToPass"
  | "attemptsToPass"
  | "discrimination"
>;

/** Learners' attempts at every challenge in figures. One reading of all submissions: for a job. */
export async function attemptStatistics(tx: Db): Promise<Map<string, AttemptStatistics>> {
  const rows = await tx.$queryRaw<(AttemptStatistics & { slug: string })[]>`
    WITH judged AS (
      SELECT s."challengeId", s."userId", s.verdict, s.score, s."createdAt",
        row_number() OVER attempts AS n, first_value(s."createdAt") OVER attempts AS began
      FROM "Submission" s
      JOIN "User" u ON u.id = s."userId" AND u.role = 'learner'
      WHERE s.status = 'done' AND s.verdict NOT IN ('checker_error', 'infrastructure_error')
      WINDOW attempts AS (
        PARTITION BY s."challengeId", s."userId" ORDER BY s."createdAt", s.id)
    ), by_person AS (
      SELECT "challengeId", "userId", count(*) AS attempts,
        bool_or(n = 1 AND verdict = 'passed') AS first, bool_or(verdict = 'passed') AS ever,
        max(score) FILTER (WHERE n = 1) AS score,
        min(n) FILTER (WHERE verdict = 'passed') AS needed,
        min("createdAt" - began) FILTER (WHERE verdict = 'passed') AS took
      FROM judged GROUP BY 1, 2
    ), with_rest AS (
      SELECT *, (sum(score) OVER everything - score)
          / nullif(count(score) OVER everything - 1, 0) AS rest
      FROM by_person WINDOW everything AS (PARTITION BY "userId")
    )
    SELECT c.slug, sum(attempts)::int AS attempts, count(*)::int AS learners,
      (count(*) FILTER (WHERE first))::int AS "passedFirst",
      (count(*) FILTER (WHERE ever))::int AS "passedEver",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took)::float8 / 60)
        AS "minutesToPass",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY needed::float8) AS "attemptsToPass",
      corr(score, rest) AS discrimination
    FROM with_rest JOIN "Challenge" c ON c.id = "challengeId"
    GROUP BY c.slug`;
  return new Map(rows.map(({ slug, ...found }) => [slug, found]));
}
