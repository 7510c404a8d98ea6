import { db } from "@/lib/platform/db";

/** How many submissions a person of the data set has, whatever its size. */
const PER_PERSON = 100;

const SOURCE = "import numpy as np\n\n\ndef softmax(x):\n    return np.exp(x)\n".repeat(8);

/**
 * Fills up to `total` judged submissions, spread over a year, over all published challenges and
 * over people on the leaderboards. Returns the id of one of these people, the same every time.
 */
export async function fillSubmissions(total: number): Promise<string> {
  const present = await db().submission.count();
  await db().$executeRaw`
    INSERT INTO "User" (id, email, name, "leaderboardName")
    SELECT gen_random_uuid(), 'p' || n || '@bench.example', 'Person ' || n, 'person ' || n
    FROM generate_series(${present / PER_PERSON}::int, ${total / PER_PERSON - 1}::int) n`;
  await db().$executeRaw`
    WITH people AS (
      SELECT id, row_number() OVER () - 1 AS n FROM "User" u
      WHERE email LIKE '%@bench.example' AND role = 'learner'
        AND NOT EXISTS (SELECT 1 FROM "Submission" s WHERE s."userId" = u.id)
    ), challenges AS (
      SELECT id, "currentVersionId", row_number() OVER () - 1 AS n, count(*) OVER () AS of
      FROM "Challenge" WHERE "currentVersionId" IS NOT NULL
    ), made AS (
      SELECT p.id AS "userId", c.id AS "challengeId", c."currentVersionId",
             floor(random() * 5) / 4 AS score, 5 + floor(random() * 2000)::int AS cpu,
             now() - random() * interval '365 days' AS at
      FROM generate_series(0, ${total - present - 1}::int) i
      JOIN people p ON p.n = i / ${PER_PERSON}::int
      JOIN challenges c ON c.n = i % c.of
    ), ranked AS (
      SELECT *, row_number() OVER (
        PARTITION BY "userId", "challengeId" ORDER BY score DESC, cpu, at) AS place FROM made
    )
    INSERT INTO "Submission" (id, "userId", "challengeId", "challengeVersionId", files, seed,
      status, attempt, verdict, score, "cpuMs", "wallMs", "peakMemoryMb", best,
      "createdAt", "startedAt", "finishedAt")
    SELECT gen_random_uuid(), "userId", "challengeId", "currentVersionId",
      jsonb_build_object('solution.py', ${SOURCE}::text), 'bench', 'done', 1,
      (CASE WHEN score = 1 THEN 'passed' ELSE 'failed' END)::"VerdictWord", score, cpu, cpu + 20,
      3, place = 1 AND score > 0, at, at + interval '1 second', at + interval '2 seconds'
    FROM ranked`;
  await db().$executeRaw`VACUUM ANALYZE`;
  const person = await db().user.findUniqueOrThrow({ where: { email: "p0@bench.example" } });
  return person.id;
}
