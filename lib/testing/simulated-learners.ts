import { randomUUID } from "node:crypto";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { db } from "@/lib/platform/db";
import { publishSmall } from "./fixtures";
import { normals } from "./normals";
import { random } from "./random";

export type SimulatedItem = {
  slug: string;
  /** What the author says, and what is true. */
  stated: number;
  b: number;
  /** By how much it is harder in Chinese. */
  harderInChinese?: number;
};

type Cohort = { learners: number; seed: number; mean?: number; skill: string };

/** Publishes the items under one skill. */
export async function publishItems(skill: string, items: readonly SimulatedItem[]): Promise<void> {
  for (const { slug, stated } of items) await publishSmall(slug, { skill, difficulty: stated });
}

/**
 * Learners of N(mean, 1), every other one with the platform in Chinese, each with a judged first
 * submission to every item and the evidence that it gives, written as the platform writes it.
 */
export async function simulateLearners(
  items: readonly SimulatedItem[],
  { learners, seed, mean = 0, skill }: Cohort,
): Promise<void> {
  const next = random(seed);
  const normal = normals(next);
  const challenges = await db().challenge.findMany({
    where: { slug: { in: items.map(({ slug }) => slug) } },
  });
  const bySlug = new Map(challenges.map((challenge) => [challenge.slug, challenge]));
  const people = Array.from({ length: learners }, (_, index) => ({
    id: randomUUID(),
    locale: index % 2 === 0 ? "en" : "zh",
  }));
  await db().user.createMany({
    data: people.map(({ id, locale }) => ({ id, locale, email: `${id}@example.org`, name: "L" })),
  });
  const judged = people.flatMap(({ id: userId, locale }) => {
    const theta = mean + normal();
    return items.map(({ slug, stated, b, harderInChinese = 0 }) => {
      const shift = locale === "zh" ? harderInChinese : 0;
      const right = next() < logistic(theta - b - shift);
      const challenge = bySlug.get(slug);
      if (!challenge?.currentVersionId) throw new Error(`${slug} is not published`);
      const { id: challengeId, currentVersionId: challengeVersionId } = challenge;
      const ids = { submissionId: randomUUID(), verdictId: randomUUID() };
      return { ...ids, userId, challengeId, challengeVersionId, stated, right };
    });
  });
  const verdictOf = (right: boolean) => (right ? ("passed" as const) : ("failed" as const));
  await db().submission.createMany({
    data: judged.map(({ submissionId, userId, challengeId, challengeVersionId, right }) => ({
      ...{ id: submissionId, userId, challengeId, challengeVersionId, files: {}, seed: "" },
      ...{ status: "done" as const, verdict: verdictOf(right), score: right ? 1 : 0 },
    })),
  });
  await db().verdict.createMany({
    data: judged.map(({ verdictId, submissionId, right }) => ({
      ...{ id: verdictId, submissionId, verdict: verdictOf(right), score: right ? 1 : 0 },
      ...{ usage: {}, cases: casesOf(right) },
    })),
  });
  await db().skillEvidence.createMany({
    data: judged.map(({ verdictId, submissionId, userId, stated, right }) => ({
      ...{ userId, submissionId, verdictId, skillSlug: skill, weight: 1 },
      ...{ score: right ? 1 : 0, difficulty: stated },
    })),
  });
}

/** Two cases; who fails does so at the second, by an error that all share. */
const casesOf = (right: boolean) =>
  ["first", "second"].map((name, index) => ({
    ...{ event: "case", index, name, title: { en: name, zh: name }, visible: true, points: 1 },
    ...{
      outcome: index === 0 || right ? "passed" : "candidate_error",
      earned: 1,
      ms: 1,
      cpu_ms: 1,
    },
    message: null,
    ...(index === 1 &&
      !right && { detail: { error: { type: "ValueError", message: "shapes\nx" } } }),
  }));
