import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { neededText } from "@/lib/openings/plain-text";
import { RECRUITING } from "@/lib/organisations/membership";
import { takeShare } from "@/lib/organisations/take-share";
import { type Db, db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DomainError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { type CandidacyRef, requireCandidacy, workplace } from "./candidacy-where";
import { writeToCandidate } from "./letter-parties";

export const OPEN_DAYS = 14;
/** After a no, nobody asks again for so long. */
export const RESPITE_DAYS = 90;

const inviteFields = z.object({ text: neededText(4000) });

type Invitation = {
  status: "sent" | "accepted" | "declined" | "withdrawn";
  expiresAt: Date;
};

/** Throws where there is an answer, or one is still to come. */
function requireAskable(invitation: Invitation | null, now: number): void {
  if (!invitation) return;
  const { status, expiresAt } = invitation;
  if (status === "accepted") throw new DomainError("conflict", "invitation_accepted");
  if (status === "sent" && expiresAt.getTime() > now) {
    throw new DomainError("conflict", "invitation_open");
  }
}

/** A no to one opening is a no to the organisation for a while. */
async function requireRespite(tx: Db, organisationId: string, userId: string, now: number) {
  const since = new Date(now - RESPITE_DAYS * DAY_MS);
  const declined = await tx.openingInvitation.findFirst({
    where: {
      ...{ status: "declined", answeredAt: { gt: since } },
      candidacy: { userId, opening: { organisationId } },
    },
    select: { candidacyId: true },
  });
  if (declined) {
    throw new DomainError("conflict", "invitation_respite", { days: RESPITE_DAYS });
  }
}

/**
 * Asks a candidate to talk about an opening that is open. Throws InputError, candidate_not_found,
 * opening_not_open, invitation_open, invitation_accepted, invitation_respite or
 * organisation_limit.
 */
export async function invite(actor: Actor, ref: CandidacyRef, input: unknown): Promise<void> {
  const { userId: memberId } = requireSession(actor);
  const { text } = parseFields(inviteFields, input);
  const now = Date.now();
  const sent = await db().$transaction(async (tx) => {
    const place = await workplace(tx, actor, ref, RECRUITING);
    const { id, userId, stage, invitation } = await requireCandidacy(tx, place, ref.candidate);
    const { status } = await tx.opening.findUniqueOrThrow({ where: { id: place.openingId } });
    if (status !== "open") throw new DomainError("conflict", "opening_not_open");
    requireAskable(invitation, now);
    await requireRespite(tx, place.organisationId, userId, now);
    await takeShare("invitations", place.organisationId);
    const data = {
      ...{ text, status: "sent" as const, sentById: memberId, sentAt: new Date(now) },
      ...{ expiresAt: new Date(now + OPEN_DAYS * DAY_MS), answeredAt: null, answer: "" },
    };
    await tx.openingInvitation.upsert({
      where: { candidacyId: id },
      create: { candidacyId: id, ...data },
      update: data,
    });
    if (stage === "applied" || stage === "shortlisted") {
      await tx.candidacy.update({ where: { id }, data: { stage: "contacted" } });
      await tx.candidacyEvent.create({
        data: { candidacyId: id, memberId, kind: "stage", stage: "contacted" },
      });
    }
    return { id, openingId: place.openingId, userId };
  });
  await writeToCandidate(sent, {
    ...{ kind: "invitedToTalk", path: `/candidate/invitations/${sent.id}` },
  });
}
