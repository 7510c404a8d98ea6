import { z } from "zod";
import { localized } from "@/lib/content/schemas";
import { VERDICTS } from "@/lib/grading/events";
import { doubtfulCases } from "@/lib/measurement/doubtful-cases";
import { itemStatistics } from "@/lib/measurement/item-statistics";
import type { Db } from "@/lib/platform/db";
import { commonErrors } from "./common-errors";
import type { CaseReport, ItemReport } from "./item-report";

/** Learners whose cases are read, the same ones each time. */
const LEARNERS_READ = 2000;

const judgedCase = z.object({
  name: z.string(),
  title: localized,
  visible: z.boolean(),
  outcome: z.enum(VERDICTS),
  code: z.string().nullable(),
  type: z.string().nullable(),
  line: z.string().nullable(),
});
export type JudgedCase = z.infer<typeof judgedCase>;

/** What became of the cases of a challenge's current version. */
export async function caseStatistics(
  tx: Db,
  versionId: string,
): Promise<Pick<ItemReport, "cases" | "errors" | "doubtful">> {
  const rows = await readCases(tx, versionId);
  const of = (which: "isFirst" | "isLast") =>
    rows.filter((row) => row[which]).map(({ cases }) => z.array(judgedCase).parse(cases));
  const first = of("isFirst");
  return {
    cases: caseReports(first),
    errors: commonErrors(first),
    doubtful: doubtfulCases(
      of("isLast").map((all) => new Map(all.map(({ name, outcome }) => [name, passes(outcome)]))),
    ),
  };
}

type Row = { isFirst: boolean; isLast: boolean; cases: unknown };

/** Each learner's first and last judged submission to the version; of his code, nothing. */
const readCases = (tx: Db, versionId: string) => tx.$queryRaw<Row[]>`
  WITH judged AS (
    SELECT s.id, s."userId",
      row_number() OVER (PARTITION BY s."userId" ORDER BY s."createdAt", s.id) = 1 AS "isFirst",
      row_number() OVER (PARTITION BY s."userId" ORDER BY s."createdAt" DESC, s.id DESC) = 1
        AS "isLast"
    FROM "Submission" s
    JOIN "User" u ON u.id = s."userId" AND u.role = 'learner'
    WHERE s."challengeVersionId" = ${versionId}::uuid AND s.status = 'done'
      AND s.verdict NOT IN ('checker_error', 'infrastructure_error')
  ), chosen AS (
    SELECT "userId" FROM judged GROUP BY 1 ORDER BY md5("userId"::text) LIMIT ${LEARNERS_READ}
  )
  SELECT "isFirst", "isLast", coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'name', one->'name', 'title', one->'title', 'visible', one->'visible',
      'outcome', one->'outcome', 'code', one#>'{message,code}',
      'type', coalesce(one#>>'{detail,error,type}', one#>>'{message,params,type}'),
      'line', left(split_part(one#>>'{detail,error,message}', chr(10), 1), 160)))
    FROM jsonb_array_elements(v.cases) one), '[]') AS cases
  FROM judged
  JOIN chosen USING ("userId")
  JOIN "Verdict" v ON v."submissionId" = judged.id AND v.current
  WHERE "isFirst" OR "isLast"`;

const passes = (outcome: JudgedCase["outcome"]) => outcome === "passed";

/** In the order in which they are judged. */
function caseReports(submissions: readonly JudgedCase[][]): CaseReport[] {
  const outcomes = new Map<
    string,
    { one: JudgedCase; scores: { score: number; rest: number }[] }
  >();
  for (const all of submissions) {
    const passed = all.filter(({ outcome }) => passes(outcome)).length;
    for (const one of all) {
      const score = passes(one.outcome) ? 1 : 0;
      const known = outcomes.get(one.name) ?? { one, scores: [] };
      known.scores.push({ score, rest: (passed - score) / Math.max(1, all.length - 1) });
      outcomes.set(one.name, known);
    }
  }
  return [...outcomes.values()].map(({ one: { name, title, visible }, scores }) => ({
    ...{ name, title, visible, learners: scores.length },
    passed: scores.filter(({ score }) => score === 1).length,
    discrimination: itemStatistics(scores).discrimination ?? null,
  }));
}
