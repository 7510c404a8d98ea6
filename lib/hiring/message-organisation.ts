import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { writable } from "./conversation-state";
import { writeToRecruiters } from "./letter-parties";
import { messageFields, WRITING } from "./message-fields";
import { noticeIsDue } from "./message-notice";
import { ownCandidacy } from "./own-candidacy";

/** A message from the candidate. Throws InputError, not_found, conversation_closed, rate_limited. */
export async function messageOrganisation(actor: Actor, id: string, input: unknown) {
  const { text } = parseFields(messageFields, input);
  const found = await db().candidacy.findFirst({
    where: ownCandidacy(actor, id),
    select: { id: true, openingId: true, userId: true },
  });
  if (!found) throw notFound();
  await takePoint(WRITING, found.userId);
  await db().$transaction(async (tx) => {
    const open = await tx.candidacy.count({
      where: { id: found.id, ...writable(found.userId, found.openingId) },
    });
    if (open === 0) throw new DomainError("conflict", "conversation_closed");
    await tx.message.create({
      data: { candidacyId: found.id, fromCandidate: true, senderId: found.userId, text },
    });
  });
  if (await noticeIsDue(found.id, "organisation"))
    await writeToRecruiters(found, "messageReceived");
}
