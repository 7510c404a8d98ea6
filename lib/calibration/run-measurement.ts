import { db, pool } from "@/lib/platform/db";
import { activeModel } from "@/lib/skills/active-model";
import { type AttemptStatistics, attemptStatistics } from "./attempt-statistics";
import { type CalibratedSkill, calibrateSkill } from "./calibrate-skill";
import { caseStatistics } from "./case-statistics";
import { compareGroups, flagDif, readMembership } from "./find-dif";
import { firstResponses, skillsWithEvidence } from "./first-responses";
import type { ItemReport } from "./item-report";
import { readFigures } from "./live-figures";
import { storeCalibration } from "./store-calibration";

/** Names the lock that keeps two workers from doing this at once; nothing else takes it. */
const LOCK = 7_402_120;

/**
 * Looks at how every item does: calibrates the skills, compares groups, counts attempts and cases, and
 * keeps all of it. One skill or challenge is in memory at a time, and nothing that a verdict
 * needs is locked. Returns false when another worker is at it.
 */
export async function runMeasurement(): Promise<boolean> {
  // Held by the connection, so that it goes with a process that dies.
  const client = await pool().connect();
  try {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS free", [LOCK]);
    if (!rows[0]?.free) return false;
    try {
      await measure();
    } finally {
      await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    }
    return true;
  } finally {
    client.release();
  }
}

type Tested = ReturnType<typeof compareGroups>[number];

async function measure(): Promise<void> {
  const startedAt = new Date();
  const evidence = await db().skillEvidence.count();
  const { skills, tested } = await calibrateSkills();
  const dif = flagDif(tested);
  const reports = await itemReports(skills, dif);
  const flags = dif.filter(({ flagged }) => flagged);
  const rows = skills.flatMap((skill) => skill.rows);
  const figures = await readFigures(db(), rows, flags.length);
  await db().$transaction(
    async (tx) => {
      const calibrationId = await storeCalibration(tx, skills);
      await tx.itemReport.deleteMany({ where: { challengeSlug: { notIn: [...reports.keys()] } } });
      for (const [challengeSlug, report] of reports) {
        await tx.itemReport.upsert({
          where: { challengeSlug },
          create: { challengeSlug, report },
          update: { report },
        });
      }
      const finishedAt = new Date();
      await tx.measurementRun.deleteMany({
        where: { finishedAt: null, requestedAt: { lte: startedAt } },
      });
      await tx.measurementRun.create({
        data: { finishedAt, evidence, calibrationId, figures, flags },
      });
    },
    { timeout: 60_000 },
  );
}

async function calibrateSkills() {
  const { parameters } = await activeModel(db());
  const skills: CalibratedSkill[] = [];
  const tested: Tested[] = [];
  for (const skill of await skillsWithEvidence(db())) {
    const responses = await firstResponses(db(), skill);
    const found = calibrateSkill(skill, responses, parameters);
    if (!found) continue;
    skills.push(found);
    const learners = [...new Set(responses.map(({ learner }) => learner))];
    const membership = await readMembership(db(), learners);
    tested.push(...compareGroups(skill, found.items, responses, membership));
  }
  return { skills, tested };
}

const UNTRIED: AttemptStatistics = {
  ...{ attempts: 0, learners: 0, passedFirst: 0, passedEver: 0 },
  ...{ minutesToPass: null, attemptsToPass: null, discrimination: null },
};

/** Of every published challenge that somebody has tried. */
async function itemReports(
  skills: readonly CalibratedSkill[],
  dif: readonly Tested[],
): Promise<Map<string, ItemReport>> {
  const attempts = await attemptStatistics(db());
  const challenges = await db().challenge.findMany({
    where: { currentVersionId: { not: null }, slug: { in: [...attempts.keys()] } },
    select: { slug: true, currentVersionId: true },
  });
  const reports = new Map<string, ItemReport>();
  for (const { slug, currentVersionId } of challenges) {
    if (!currentVersionId) continue;
    reports.set(slug, {
      ...(attempts.get(slug) ?? UNTRIED),
      ...(await caseStatistics(db(), currentVersionId)),
      characteristic: characteristicOf(slug, skills),
      dif: dif.filter(({ item }) => item === slug).map(({ item: _, ...one }) => one),
    });
  }
  return reports;
}

/** On the skill on which most learners were seen; which that is, its calibrated row says as well. */
function characteristicOf(slug: string, skills: readonly CalibratedSkill[]) {
  const groups = skills.map(({ characteristics }) => characteristics.get(slug) ?? []);
  const seen = (one: (typeof groups)[number]) => one.reduce((n, { learners }) => n + learners, 0);
  return groups.toSorted((a, b) => seen(b) - seen(a))[0] ?? [];
}
