import type { Actor } from "@/lib/auth/actor";
import { userOfCandidate } from "@/lib/candidates/candidate-id";
import { recordViews } from "@/lib/candidates/record-views";
import { mayRecruit } from "@/lib/organisations/may-recruit";
import { actingMember } from "@/lib/organisations/membership";
import { takeLook } from "@/lib/organisations/take-share";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { readRanking } from "./read-ranking";

/**
 * One person of a ranking: who he is, why he stands there, beside which openings he is being
 * considered, and beside which he could be: of a ranking for an opening that one, of a search all
 * that are not closed. He finds in his log that he was opened. Throws not_found,
 * candidate_not_found or organisation_limit.
 */
export async function openRanked(
  actor: Actor,
  slug: string,
  { rankingId, candidate }: { rankingId: string; candidate: string },
) {
  const memberId = actingMember(actor);
  const { rows, organisationId, opening } = await readRanking(actor, slug, rankingId);
  const row = rows.find((one) => one.candidate.id === candidate);
  if (!row) throw notFound("candidate_not_found");
  await takeLook(organisationId, memberId);
  const userId = userOfCandidate(organisationId, candidate);
  const viewer = { organisationId, openingId: opening?.id ?? null, memberId };
  const [skills, recruits, openings] = await Promise.all([
    listSkills(),
    mayRecruit(actor, organisationId),
    db().opening.findMany({
      where: { organisationId, ...(opening ? { id: opening.id } : { status: { not: "closed" } }) },
      select: {
        ...{ id: true, titleEn: true, titleZh: true },
        candidacies: { where: { userId }, select: { id: true } },
      },
      orderBy: { createdAt: "desc" },
    }),
    recordViews(db(), viewer, [userId], "opened"),
  ]);
  const beside = (considered: boolean) =>
    openings
      .filter(({ candidacies }) => candidacies.length > 0 === considered)
      .map(({ candidacies: _, ...one }) => one);
  return {
    ...{ row, recruits, title: titlesOf(skills) },
    ...{ considered: beside(true), free: beside(false) },
  };
}
