import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { userOfCandidate } from "@/lib/candidates/candidate-id";
import type { OpeningRef } from "@/lib/openings/opening-where";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { workable, workplace } from "./candidacy-where";

/**
 * Puts a candidate whom the organisation may see on an opening's shortlist; one who is on it, or
 * further, stays where he is. Throws opening_not_found, candidate_not_found.
 */
export async function shortlist(actor: Actor, ref: OpeningRef, candidate: string): Promise<void> {
  const { userId: memberId } = requireSession(actor);
  await db().$transaction(async (tx) => {
    const place = await workplace(tx, actor, ref, RECRUITING);
    const { openingId, organisationId } = place;
    const userId = userOfCandidate(organisationId, candidate);
    const seen = await tx.candidate.count({ where: { userId, ...workable(place) } });
    if (seen === 0) throw notFound("candidate_not_found");
    const { count } = await tx.candidacy.createMany({
      data: [{ openingId, userId }],
      skipDuplicates: true,
    });
    const moved = await tx.candidacy.updateMany({
      where: { openingId, userId, stage: "applied" },
      data: { stage: "shortlisted" },
    });
    if (count + moved.count === 0) return;
    const { id } = await tx.candidacy.findUniqueOrThrow({
      where: { openingId_userId: { openingId, userId } },
      select: { id: true },
    });
    await tx.candidacyEvent.create({
      data: { candidacyId: id, memberId, kind: "stage", stage: "shortlisted" },
    });
  });
}
