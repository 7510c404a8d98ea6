import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { publicUrl } from "@/lib/platform/env";
import { listSkills } from "@/lib/skills/list-skills";
import { shownEstimate } from "@/lib/skills/shown-estimate";

/**
 * What the actor takes along of what he proved: the measured skills that he ticked to be shown, each
 * with its band, the day, and how many challenges it rests on; and where his public profile is.
 */
export async function readOwnProofs(actor: Actor) {
  const { userId } = requireSession(actor);
  const [user, evidence, skills] = await Promise.all([
    db().user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        candidate: { select: { skills: { where: { showsBand: true } } } },
        skillEstimates: true,
        publicProfile: { select: { enabled: true } },
        profileHandles: { where: { retiredAt: null }, select: { handle: true } },
      },
    }),
    db().skillEvidence.findMany({
      where: { userId, similarity: { not: "upheld" } },
      select: { skillSlug: true, submission: { select: { challengeId: true } } },
    }),
    listSkills(),
  ]);
  const ticked = new Set(user.candidate?.skills.map(({ skillSlug }) => skillSlug));
  const known = new Map(user.skillEstimates.map((row) => [row.skillSlug, row]));
  const [address] = user.publicProfile?.enabled ? user.profileHandles : [];
  return {
    skills: skills.flatMap(({ slug, title }) => {
      const row = ticked.has(slug) ? known.get(slug) : undefined;
      if (!row) return [];
      const { level, low, high, reached } = shownEstimate(row);
      const challenges = evidence
        .filter(({ skillSlug }) => skillSlug === slug)
        .map(({ submission }) => submission.challengeId);
      return [
        {
          ...{ slug, title, reached, band: { level, low, high } },
          ...{ measuredAt: row.computedAt, challenges: new Set(challenges).size },
        },
      ];
    }),
    profile: address ? `${publicUrl()}/p/${address.handle}` : null,
  };
}
export type OwnProofs = Awaited<ReturnType<typeof readOwnProofs>>;
