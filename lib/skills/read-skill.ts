import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { localized } from "@/lib/content/schemas";
import { shownLevel } from "@/lib/measurement/estimate";
import { LEVELS, measurementParameters } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { SkillEstimate } from "@/lib/platform/prisma/client";
import { orientationOf } from "./orientation-evidence";
import { shownBand, shownEstimate } from "./shown-estimate";

/** What each piece of evidence did, as an estimate's row keeps it. */
const contributions = z.array(
  z.object({
    id: z.string(),
    itemId: z.string(),
    worth: z.number(),
    narrowed: z.number(),
    raised: z.number(),
  }),
);

/** One of the actor's skills: what is believed, how that moved, and the evidence behind it. */
export async function readSkill(actor: Actor, slug: string) {
  const { userId } = requireUser(actor);
  const skill = await db().skill.findUnique({ where: { slug } });
  if (!skill) throw notFound("skill_not_found");
  const found = await db().skillEstimate.findUnique({
    where: { userId_skillSlug: { userId, skillSlug: slug } },
    include: { model: true },
  });
  return {
    slug,
    title: localized.parse(skill.title),
    description: localized.parse(skill.description),
    pillar: skill.pillar,
    estimate: found ? shownEstimate(found) : null,
    cuts: found ? shownCuts(found.model.parameters) : null,
    model: found?.modelId ?? null,
    computedAt: found?.computedAt.toISOString() ?? null,
    history: found ? await historyOf(found) : [],
    evidence: found ? await evidenceOf(userId, contributions.parse(found.contributions)) : [],
    orientations: found
      ? await orientationsOf(userId, contributions.parse(found.contributions))
      : [],
    challenges: await challengesOf(slug),
  };
}
export type SkillView = Awaited<ReturnType<typeof readSkill>>;

/** Where each level begins on the scale that is shown. */
function shownCuts(parameters: unknown) {
  const { cuts } = measurementParameters.parse(parameters);
  return LEVELS.map((level) => ({ level, at: shownLevel(cuts[level]) }));
}

/** After each verdict that bears on the skill; last as it is now, since other skills move it too. */
async function historyOf(now: SkillEstimate) {
  const { userId, skillSlug } = now;
  const points = await db().skillEstimatePoint.findMany({
    where: { userId, skillSlug },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const last = points.at(-1);
  const shown = points.map((point) => ({ at: point.at.toISOString(), ...shownBand(point) }));
  const current = { at: now.computedAt.toISOString(), ...shownBand(now) };
  const isSame = last !== undefined && looksLike(shownBand(last), current);
  return isSame ? shown : [...shown, current];
}

type Band = ReturnType<typeof shownBand>;

/** Whether two bands are the same to who reads whole numbers. */
const looksLike = (one: Band, other: Band) =>
  (["level", "low", "high"] as const).every(
    (end) => Math.round(one[end]) === Math.round(other[end]),
  );

async function evidenceOf(userId: string, parts: z.infer<typeof contributions>) {
  const submissions = await db().submission.findMany({
    where: {
      userId,
      id: { in: parts.flatMap(({ id }) => (orientationOf(id) ? [] : [id])) },
    },
    select: {
      ...{ id: true, score: true, verdict: true, createdAt: true },
      challengeVersion: { select: { manifest: true } },
    },
    orderBy: { createdAt: "desc" },
  });
  const byId = new Map(parts.map((part) => [part.id, part]));
  return submissions.flatMap(({ id, score, verdict, createdAt, challengeVersion }) => {
    const part = byId.get(id);
    if (!part || !verdict) return [];
    const { title } = challengeManifest.parse(challengeVersion.manifest);
    const { worth, narrowed, raised } = part;
    return [
      {
        id,
        title,
        score: score ?? 0,
        verdict,
        at: createdAt.toISOString(),
        worth,
        narrowed,
        raised,
      },
    ];
  });
}

/** Each orientation as one: its answers alone say little, and what they did adds up. */
async function orientationsOf(userId: string, parts: z.infer<typeof contributions>) {
  const attempts = [...new Set(parts.flatMap(({ id }) => orientationOf(id) ?? []))];
  const rows = await db().orientationAttempt.findMany({
    where: { userId, id: { in: attempts } },
    select: { id: true, endedAt: true },
    orderBy: { endedAt: "desc" },
  });
  return rows.map(({ id, endedAt }) => {
    const own = parts.filter((part) => orientationOf(part.id) === id);
    const sum = (field: "worth" | "narrowed" | "raised") =>
      own.reduce((all, part) => all + part[field], 0);
    return {
      ...{ id, at: endedAt?.toISOString() ?? null, questions: own.length },
      ...{ worth: sum("worth"), narrowed: sum("narrowed"), raised: sum("raised") },
    };
  });
}

/** Published challenges that bear on the skill, easiest first. */
async function challengesOf(skill: string) {
  const challenges = await db().challenge.findMany({
    where: { currentVersionId: { not: null } },
    select: { currentVersion: { select: { manifest: true } } },
  });
  return challenges
    .map(({ currentVersion }) => challengeManifest.parse(currentVersion?.manifest))
    .filter(({ skills }) => skills.some(({ slug }) => slug === skill))
    .toSorted((a, b) => a.difficulty - b.difficulty)
    .map(({ slug, title, minutes }) => ({ slug, title, minutes }));
}
