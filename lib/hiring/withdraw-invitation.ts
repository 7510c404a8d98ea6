import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { type CandidacyRef, requireCandidacy, workplace } from "./candidacy-where";
import { writeToCandidate } from "./letter-parties";

/** Takes back an invitation that is not answered. Throws candidate_not_found, invitation_answered. */
export async function withdrawInvitation(actor: Actor, ref: CandidacyRef): Promise<void> {
  requireSession(actor);
  const told = await db().$transaction(async (tx) => {
    const place = await workplace(tx, actor, ref, RECRUITING);
    const { id, userId } = await requireCandidacy(tx, place, ref.candidate);
    const { count } = await tx.openingInvitation.updateMany({
      where: { candidacyId: id, status: "sent" },
      data: { status: "withdrawn", answeredAt: new Date() },
    });
    if (count === 0) throw new DomainError("conflict", "invitation_answered");
    return { id, openingId: place.openingId, userId };
  });
  await writeToCandidate(told, {
    ...{ kind: "invitationWithdrawn", path: `/candidate/invitations/${told.id}` },
  });
}
