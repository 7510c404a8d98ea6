import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { plainText } from "@/lib/openings/plain-text";
import { db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { writeToRecruiters } from "./letter-parties";
import { ownCandidacy } from "./own-candidacy";

const answerFields = z.object({
  accept: z.boolean(),
  /** Why not, if he wants to say. */
  text: plainText(1000).default(""),
});

/**
 * Accepts, which shows the organisation who he is and opens a conversation, or declines. Throws
 * InputError, not_found, or gone where it has run out, was withdrawn or is answered.
 */
export async function answerInvitation(actor: Actor, id: string, input: unknown): Promise<void> {
  const { accept, text } = parseFields(answerFields, input);
  const parties = await db().$transaction(async (tx) => {
    const found = await tx.candidacy.findFirst({
      where: {
        ...{ ...ownCandidacy(actor, id), invitation: { isNot: null } },
        opening: { organisation: { status: "verified" } },
      },
      select: { id: true, openingId: true, userId: true },
    });
    if (!found) throw notFound();
    const now = new Date();
    const { count } = await tx.openingInvitation.updateMany({
      where: { candidacyId: found.id, status: "sent", expiresAt: { gt: now } },
      data: {
        ...{ status: accept ? "accepted" : "declined", answeredAt: now },
        answer: accept ? "" : text,
      },
    });
    if (count === 0) throw new DomainError("gone", "invitation_gone");
    const stage = accept ? ("talking" as const) : ("declined" as const);
    await tx.candidacy.update({
      where: { id: found.id },
      data: { stage, ...(accept && { unmaskedAt: now }) },
    });
    const kind = accept ? ("stage" as const) : ("decision" as const);
    await tx.candidacyEvent.create({
      data: { candidacyId: found.id, byCandidate: true, kind, stage },
    });
    return found;
  });
  await writeToRecruiters(parties, accept ? "invitationAccepted" : "invitationDeclined");
}
