import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { RECRUITING } from "@/lib/organisations/membership";
import { takeShare } from "@/lib/organisations/take-share";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { type CandidacyRef, requireCandidacy, talking, workplace } from "./candidacy-where";
import { writeToCandidate } from "./letter-parties";
import { messageFields, WRITING } from "./message-fields";
import { noticeIsDue } from "./message-notice";

/**
 * A message from the organisation, once the candidate applied or accepted to talk. Throws
 * InputError, candidate_not_found, conversation_closed, rate_limited, organisation_limit.
 */
export async function messageCandidate(actor: Actor, ref: CandidacyRef, input: unknown) {
  const { userId: senderId } = requireSession(actor);
  const { text } = parseFields(messageFields, input);
  const sent = await db().$transaction(async (tx) => {
    const place = await workplace(tx, actor, ref, RECRUITING);
    const { id, userId } = await requireCandidacy(tx, place, ref.candidate);
    const open = await tx.candidacy.count({ where: { id, ...talking(place.openingId) } });
    if (open === 0) throw new DomainError("conflict", "conversation_closed");
    await takePoint(WRITING, senderId);
    await takeShare("messages", place.organisationId);
    await tx.message.create({ data: { candidacyId: id, fromCandidate: false, senderId, text } });
    return { id, openingId: place.openingId, userId };
  });
  if (await noticeIsDue(sent.id, "candidate")) {
    await writeToCandidate(sent, {
      ...{ kind: "messageArrived", path: `/candidate/conversations/${sent.id}` },
    });
  }
}
