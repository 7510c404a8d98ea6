import { shownProofs } from "@/lib/applications/shown-proofs";
import type { Actor } from "@/lib/auth/actor";
import { userOfCandidate } from "@/lib/candidates/candidate-id";
import { hideNames } from "@/lib/candidates/hide-names";
import { recordViews } from "@/lib/candidates/record-views";
import { showCandidates } from "@/lib/candidates/show-candidates";
import { mayRecruit } from "@/lib/organisations/may-recruit";
import { actingMember } from "@/lib/organisations/membership";
import { takeLook } from "@/lib/organisations/take-share";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { type CandidacyRef, seenCandidacies, talking, workplace } from "./candidacy-where";
import { readMessages } from "./read-messages";
import { stateOf } from "./read-own-invitation";

const named = { select: { name: true } } as const;

/**
 * A candidate beside an opening, with what was written; of the messages a page, the newest or those
 * before a marker. Opening it is noted in his log, and by a member his messages count as read. While
 * he is masked, so is what he wrote. Throws candidate_not_found, organisation_limit.
 */
export async function readCandidacy(
  actor: Actor,
  ref: CandidacyRef,
  { before }: { before?: string | undefined } = {},
) {
  const memberId = actingMember(actor);
  const place = await workplace(db(), actor, ref);
  const userId = userOfCandidate(place.organisationId, ref.candidate);
  const found = await db().candidacy.findFirst({
    where: { userId, ...seenCandidacies(place) },
    include: {
      invitation: { include: { sentBy: named } },
      events: { orderBy: { id: "asc" }, include: { member: named } },
      opening: {
        select: {
          ...{ titleEn: true, titleZh: true, status: true },
          applications: { where: { userId, status: "sent" } },
        },
      },
    },
  });
  const candidate = (await showCandidates(place, [userId])).get(userId);
  if (!found || !candidate) throw notFound("candidate_not_found");
  await takeLook(place.organisationId, memberId);
  const told = candidate.masked ? await hideNames(userId) : (text: string) => text;
  const [application] = found.opening.applications;
  const { invitation, opening } = found;
  const [talks, proofs, recruits, talk] = await Promise.all([
    db().candidacy.count({ where: { id: found.id, ...talking(place.openingId) } }),
    application ? proofsOf(userId, application) : null,
    mayRecruit(actor, place.organisationId),
    readMessages(found.id, before),
  ]);
  await recordViews(db(), { ...place, memberId }, [userId], "opened");
  // What a program fetched nobody has read yet.
  if (memberId !== null) await markRead(found.id);
  return {
    ...{ candidate, stage: found.stage, talks: talks > 0 },
    opening: { titleEn: opening.titleEn, titleZh: opening.titleZh, status: opening.status },
    recruits,
    application: application
      ? { text: told(application.text), at: application.createdAt, proofs }
      : null,
    invitation: invitation && {
      ...{ state: stateOf(invitation), text: invitation.text, sentAt: invitation.sentAt },
      ...{ expiresAt: invitation.expiresAt, answeredAt: invitation.answeredAt },
      ...{ answer: told(invitation.answer), sentBy: invitation.sentBy?.name ?? null },
    },
    events: found.events.map(({ id, kind, stage, text, at, byCandidate, member }) => ({
      ...{ id, kind, stage, text, at, byCandidate, member: member?.name ?? null },
    })),
    earlier: talk.earlier,
    messages: talk.messages.map(({ id, fromCandidate, text, at, readAt, sender }) => ({
      ...{ id, fromCandidate, at, readAt, text: fromCandidate ? told(text) : text },
      sender: fromCandidate ? candidate.name : (sender?.name ?? null),
    })),
  };
}

const markRead = (candidacyId: string) =>
  db().message.updateMany({
    where: { candidacyId, fromCandidate: true, readAt: null },
    data: { readAt: new Date() },
  });

export type OpenedCandidacy = Awaited<ReturnType<typeof readCandidacy>>;

/** Numbered, without their ids: a credential's leads to its public page, which names its holder. */
async function proofsOf(userId: string, application: Parameters<typeof shownProofs>[1]) {
  const { credentials, submissions } = await shownProofs(userId, application);
  return {
    credentials: credentials.map((shown, id) => ({ ...shown, id })),
    submissions: submissions.map((shown, id) => ({ ...shown, id })),
  };
}
