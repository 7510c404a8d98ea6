import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { recordViews } from "@/lib/candidates/record-views";
import { showCandidates } from "@/lib/candidates/show-candidates";
import { neededText } from "@/lib/openings/plain-text";
import { RECRUITING } from "@/lib/organisations/membership";
import { takeShare } from "@/lib/organisations/take-share";
import { db } from "@/lib/platform/db";
import { parseFields } from "@/lib/platform/parse-fields";
import { type CandidacyRef, requireCandidacy, workplace } from "./candidacy-where";
import { writeToCandidate } from "./letter-parties";

const unmaskFields = z.object({ reason: neededText(500) });

/**
 * Shows the organisation who a blind candidate is, for a reason: it stands in the candidacy, in the
 * audit log and in the candidate's own log, and he is told by mail. Once is enough. Throws
 * InputError, candidate_not_found, organisation_limit.
 */
export async function unmask(actor: Actor, ref: CandidacyRef, input: unknown): Promise<void> {
  const { userId: memberId } = requireSession(actor);
  const { reason } = parseFields(unmaskFields, input);
  const done = await db().$transaction(async (tx) => {
    const place = await workplace(tx, actor, ref, RECRUITING);
    const { id, userId } = await requireCandidacy(tx, place, ref.candidate);
    const shown = (await showCandidates(place, [userId], tx)).get(userId);
    if (!shown?.masked) return null;
    await takeShare("unmaskings", place.organisationId);
    await tx.candidacy.update({ where: { id }, data: { unmaskedAt: new Date() } });
    await tx.candidacyEvent.create({
      data: { candidacyId: id, memberId, kind: "unmasked", text: reason },
    });
    await recordViews(tx, { ...place, memberId }, [userId], "unmasked", reason);
    await recordAudit(tx, actor, {
      ...{ action: "candidate.unmasked", subject: `organisation:${place.organisationId}` },
      // The reason is a member's own words and may name the person: it stays with the candidacy.
      data: { candidacy: id, opening: place.openingId },
    });
    return { openingId: place.openingId, userId };
  });
  if (done) await writeToCandidate(done, { kind: "unmasked", path: "/candidate/seen" });
}
