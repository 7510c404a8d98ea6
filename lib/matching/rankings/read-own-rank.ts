import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { publicOpenings } from "@/lib/openings/public-openings";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import type { Prisma } from "@/lib/platform/prisma/client";
import { readOwnFit } from "@/lib/roles/read-own-fit";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { conditionCosts, type RankedResult, rankedResults, rankingBasis } from "./ranking-record";

/** `where` of the openings that a person applied for or was invited to. */
export const openingsOf = (userId: string): Prisma.OpeningWhereInput => ({
  OR: [
    { applications: { some: { userId, status: "sent" } } },
    { candidacies: { some: { userId, invitation: { isNot: null } } } },
  ],
});

/**
 * How the actor stands to an opening that is public, or that he applied for or was invited to: gap
 * and path, and for the latter why he has his rank: every factor with its weight, what would raise
 * it most, and what became of his objection. `rank` is null where no ranking has placed him yet.
 * Throws opening_not_found.
 */
export async function readOwnRank(actor: Actor, openingId: string) {
  const user = requireSession(actor);
  const { userId } = user;
  const opening = await db().opening.findFirst({
    where: {
      AND: [
        { id: requireId(openingId, "opening_not_found") },
        { OR: [openingsOf(userId), publicOpenings()] },
      ],
    },
    include: { skills: true, organisation: { select: { name: true } } },
  });
  if (!opening) throw notFound("opening_not_found");
  const about = { id: opening.id };
  const [skills, concerned, isPublic, placed, fit] = await Promise.all([
    listSkills(),
    db().opening.count({ where: { AND: [about, openingsOf(userId)] } }),
    db().opening.count({ where: { AND: [about, publicOpenings()] } }),
    latestRank(userId, opening.id),
    readOwnFit(user, askedOf(opening.skills)),
  ]);
  const { id, titleEn, titleZh, organisation } = opening;
  const title = titlesOf(skills);
  return {
    opening: { id, titleEn, titleZh, organisation: organisation.name },
    /** Whether he applied or was invited: only then he has a rank that others see. */
    concerned: concerned > 0,
    public: isPublic > 0,
    rank: placed && {
      ...placed,
      result: {
        ...placed.result,
        skills: placed.result.skills.map((one) => ({ ...one, title: title(one.slug) })),
      },
    },
    /** The first few challenges of the path to what is asked for. */
    raises: fit.path.steps.filter(({ type }) => type === "challenge").slice(0, 3),
    fit,
  };
}
export type OwnRank = Awaited<ReturnType<typeof readOwnRank>>;

type Asked = { skillSlug: string; level: number; weight: number; must: boolean };

/** An opening's skills as a role profile has them. Without a must the others take its place. */
export function askedOf(skills: readonly Asked[]) {
  const part = (must: boolean) =>
    skills
      .filter((one) => one.must === must)
      .map(({ skillSlug, level, weight }) => ({ skill: skillSlug, level, weight }));
  const [required, nice] = [part(true), part(false)];
  return required.length > 0 ? { required, nice } : { required: nice, nice: [] };
}

async function latestRank(userId: string, openingId: string) {
  const wanted = JSON.stringify([{ userId }]);
  const [found] = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM "Ranking"
    WHERE "openingId" = ${openingId}::uuid AND status = 'ranked' AND results @> ${wanted}::jsonb
    ORDER BY "createdAt" DESC LIMIT 1`;
  if (!found) return null;
  const row = await db().ranking.findUniqueOrThrow({
    where: { id: found.id },
    include: {
      contests: {
        where: { userId },
        select: { status: true, text: true, answer: true, dueAt: true, decidedAt: true },
      },
    },
  });
  const result = rankedResults
    .parse(row.results)
    .find((one) => one.userId === userId) as RankedResult;
  const { scorer, modelHash } = rankingBasis.parse(row.basis);
  return {
    ...{ rankingId: row.id, rankedAt: row.rankedAt, result, scorer, modelHash },
    among: conditionCosts.parse(row.conditions).left,
    contest: row.contests[0] ?? null,
  };
}
