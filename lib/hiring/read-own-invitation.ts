import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { ownCandidacy } from "./own-candidacy";

export type InvitationState = "sent" | "accepted" | "declined" | "withdrawn" | "expired";

/** Nobody has to run for a time to pass. */
export const stateOf = (
  { status, expiresAt }: { status: Exclude<InvitationState, "expired">; expiresAt: Date },
  now = Date.now(),
): InvitationState => (status === "sent" && expiresAt.getTime() <= now ? "expired" : status);

/** An invitation to the actor, with what it is for. Throws not_found. */
export async function readOwnInvitation(actor: Actor, id: string) {
  const found = await db().candidacy.findFirst({
    where: { ...ownCandidacy(actor, id), invitation: { isNot: null } },
    select: {
      ...{ id: true, invitation: true },
      opening: {
        select: {
          ...{ id: true, titleEn: true, titleZh: true, textEn: true, textZh: true, place: true },
          ...{ status: true, workPlaces: true, country: true },
          ...{ payMin: true, payMax: true, payCurrency: true, payPeriod: true },
          organisation: { select: { id: true, name: true, website: true, status: true } },
        },
      },
    },
  });
  if (!found?.invitation) throw notFound();
  const { text, sentAt, expiresAt, answeredAt, answer } = found.invitation;
  return {
    ...{ id: found.id, opening: found.opening },
    ...{ text, sentAt, expiresAt, answeredAt, answer, state: stateOf(found.invitation) },
  };
}
export type OwnInvitation = Awaited<ReturnType<typeof readOwnInvitation>>;
