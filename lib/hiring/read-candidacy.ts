import { shownProofs } from "@/lib/applications/shown-proofs";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { userOfCandidate } from "@/lib/candidates/candidate-id";
import { hideNames } from "@/lib/candidates/hide-names";
import { recordViews } from "@/lib/candidates/record-views";
import { showCandidates } from "@/lib/candidates/show-candidates";
import { RECRUITING } from "@/lib/organisations/membership";
import { takeShare } from "@/lib/organisations/take-share";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { type CandidacyRef, seenCandidacies, talking, workplace } from "./candidacy-where";
import { stateOf } from "./read-own-invitation";

const MOST_MESSAGES = 300;
const named = { select: { name: true } } as const;

/**
 * A candidate beside an opening, with all that was written. Opening it is noted in his log, and his
 * messages count as read. While he is masked, so is what he wrote. Throws candidate_not_found,
 * organisation_limit.
 */
export async function readCandidacy(actor: Actor, ref: CandidacyRef) {
  const { userId: memberId } = requireSession(actor);
  const place = await workplace(db(), actor, ref);
  const userId = userOfCandidate(place.organisationId, ref.candidate);
  const found = await db().candidacy.findFirst({
    where: { userId, ...seenCandidacies(place) },
    include: {
      invitation: { include: { sentBy: named } },
      events: { orderBy: { id: "asc" }, include: { member: named } },
      messages: { orderBy: { id: "desc" }, take: MOST_MESSAGES, include: { sender: named } },
      opening: {
        select: {
          ...{ titleEn: true, titleZh: true, status: true },
          applications: { where: { userId, status: "sent" } },
          organisation: {
            select: { members: { where: { userId: memberId }, select: { role: true } } },
          },
        },
      },
    },
  });
  const candidate = (await showCandidates(place, [userId])).get(userId);
  if (!found || !candidate) throw notFound("candidate_not_found");
  await takeShare("candidates_member", place.organisationId, memberId);
  await takeShare("candidates", place.organisationId);
  const told = candidate.masked ? await hideNames(userId) : (text: string) => text;
  const [application] = found.opening.applications;
  const { invitation, opening } = found;
  const [talks, proofs] = await Promise.all([
    db().candidacy.count({ where: { id: found.id, ...talking(place.openingId) } }),
    application ? proofsOf(userId, application) : null,
  ]);
  await recordViews(db(), { ...place, memberId }, [userId], "opened");
  await db().message.updateMany({
    where: { candidacyId: found.id, fromCandidate: true, readAt: null },
    data: { readAt: new Date() },
  });
  const recruiting: readonly string[] = RECRUITING;
  return {
    ...{ candidate, stage: found.stage, talks: talks > 0 },
    opening: { titleEn: opening.titleEn, titleZh: opening.titleZh, status: opening.status },
    recruits: opening.organisation.members.some(({ role }) => recruiting.includes(role)),
    application: application && {
      ...{ text: told(application.text), at: application.createdAt, proofs },
    },
    invitation: invitation && {
      ...{ state: stateOf(invitation), text: invitation.text, sentAt: invitation.sentAt },
      ...{ expiresAt: invitation.expiresAt, answeredAt: invitation.answeredAt },
      ...{ answer: told(invitation.answer), sentBy: invitation.sentBy?.name ?? null },
    },
    events: found.events.map(({ id, kind, stage, text, at, byCandidate, member }) => ({
      ...{ id, kind, stage, text, at, byCandidate, member: member?.name ?? null },
    })),
    messages: found.messages.reverse().map(({ id, fromCandidate, text, at, readAt, sender }) => ({
      ...{ id, fromCandidate, at, readAt, text: fromCandidate ? told(text) : text },
      sender: fromCandidate ? candidate.name : (sender?.name ?? null),
    })),
  };
}
export type OpenedCandidacy = Awaited<ReturnType<typeof readCandidacy>>;

/** Numbered, without their ids: a credential's leads to its public page, which names its holder. */
async function proofsOf(userId: string, application: Parameters<typeof shownProofs>[1]) {
  const { credentials, submissions } = await shownProofs(userId, application);
  return {
    credentials: credentials.map((shown, id) => ({ ...shown, id })),
    submissions: submissions.map((shown, id) => ({ ...shown, id })),
  };
}
