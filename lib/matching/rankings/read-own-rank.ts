import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { publicOpenings } from "@/lib/openings/public-openings";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { readOwnFit } from "@/lib/roles/read-own-fit";
import { openingsWith, ownRankings } from "./own-rankings";
import { readPlaced } from "./read-placed";

/**
 * How the actor stands to an opening that is public, or beside which he stands: gap and path, and for
 * the latter why he has his rank: every factor with its weight, what would raise it most, and what
 * became of his objection. `rank` is null where no ranking has placed him yet. Throws
 * opening_not_found.
 */
export async function readOwnRank(actor: Actor, openingId: string) {
  const user = requireSession(actor);
  const { userId } = user;
  const opening = await db().opening.findFirst({
    where: {
      AND: [
        { id: requireId(openingId, "opening_not_found") },
        { OR: [openingsWith(userId), publicOpenings()] },
      ],
    },
    include: { skills: true, organisation: { select: { name: true } } },
  });
  if (!opening) throw notFound("opening_not_found");
  const about = { id: opening.id };
  const [concerned, isPublic, placed, fit] = await Promise.all([
    db().opening.count({ where: { AND: [about, openingsWith(userId)] } }),
    db().opening.count({ where: { AND: [about, publicOpenings()] } }),
    latestRank(userId, opening.id),
    readOwnFit(user, askedOf(opening.skills)),
  ]);
  const { id, titleEn, titleZh, organisation } = opening;
  return {
    opening: { id, titleEn, titleZh, organisation: organisation.name },
    /** Whether he stands beside it: only then he has a rank that others see. */
    concerned: concerned > 0,
    public: isPublic > 0,
    rank: placed,
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
  const found = await db().ranking.findFirst({
    where: { AND: [ownRankings(userId), { openingId }] },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return found && readPlaced(found.id, userId);
}
