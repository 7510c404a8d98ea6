import { openInstallation } from "@/bin/start/installation";
import { withDatabase } from "@/bin/start/installation-database";
import { reportFigures } from "./lib/figures";
import { fillSubmissions } from "./lib/many-submissions";
import { quantile } from "./lib/quantile";
import { startInstallation, withDataFolder } from "./lib/running-installation";

/** A hundred of a person, over all published challenges. */
const SUBMISSIONS = 2_000;
const WARM_UP = 10;
const ROUNDS = 10;
const REACH_MS = 100;

/** A verdict, and evidence on each of its challenge's skills, for every submission. */
async function fillEvidence(): Promise<string[]> {
  const { db } = await import("@/lib/platform/db");
  await db().$executeRaw`
    INSERT INTO "Verdict" (id, "submissionId", verdict, score, cases, usage)
    SELECT gen_random_uuid(), id, verdict, score, '[]', '{}' FROM "Submission"`;
  await db().$executeRaw`
    INSERT INTO "SkillEvidence" (id, "userId", "skillSlug", "submissionId", "verdictId", weight,
      score, difficulty, cases)
    SELECT gen_random_uuid(), s."userId", skill->>'slug', s.id, v.id, (skill->>'weight')::float8,
      s.score, (c.manifest->>'difficulty')::float8, 8
    FROM "Submission" s
    JOIN "Verdict" v ON v."submissionId" = s.id
    JOIN "ChallengeVersion" c ON c.id = s."challengeVersionId",
    jsonb_array_elements(c.manifest->'skills') skill`;
  const people = await db().submission.findMany({ distinct: ["userId"], select: { userId: true } });
  return people.map(({ userId }) => userId);
}

await withDataFolder(async (dataDir) => {
  const { stop } = await startInstallation(dataDir, { LOG_LEVEL: "error" });
  process.env.DATA_DIR = dataDir;
  try {
    await withDatabase(openInstallation(), async () => {
      await fillSubmissions(SUBMISSIONS);
      const people = await fillEvidence();
      // They read their settings when they are loaded: after the installation is known.
      const { db } = await import("@/lib/platform/db");
      const { activeModel } = await import("@/lib/skills/active-model");
      const { measureLearner } = await import("@/lib/skills/measure-learner");
      const { readResponses } = await import("@/lib/skills/read-responses");
      const timed = async (userId: string) => {
        const begun = performance.now();
        await db().$transaction((tx) => measureLearner(tx, userId));
        return performance.now() - begun;
      };
      const cold = await timed(people[0] ?? "");
      for (const userId of people.slice(0, WARM_UP)) await timed(userId);
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        for (const userId of people) times.push(await timed(userId));
      }
      const model = await activeModel(db());
      const responses = await readResponses(db(), people[0] ?? "", model, new Date());
      const count = [...responses.values()].reduce((sum, list) => sum + list.length, 0);
      process.stdout.write(
        `${people.length} people; the first has ${count} responses on ${responses.size} skills\n`,
      );
      const ms = { unit: "ms", better: "lower" } as const;
      reportFigures([
        { name: "a learner measured anew, p50", value: quantile(times, 0.5), ...ms },
        {
          ...{ name: "a learner measured anew, p95", value: quantile(times, 0.95), ...ms },
          reach: REACH_MS,
        },
        { name: "the first in a process", value: cold, ...ms },
      ]);
    });
  } finally {
    await stop();
  }
});
