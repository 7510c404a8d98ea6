import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { plainText } from "@/lib/openings/plain-text";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { type CandidacyRef, requireCandidacy, workplace } from "./candidacy-where";
import { MOVABLE, needsReason, STAGES } from "./stages";

const moveFields = z
  .object({
    stage: z.enum(MOVABLE, { error: "stage_unknown" }),
    /** Where he stood when the page was made: somebody else may have moved him since. */
    from: z.enum(STAGES, { error: "stage_unknown" }),
    reason: plainText(2000).default(""),
  })
  .refine(({ stage, reason }) => !needsReason(stage) || reason !== "", {
    ...{ path: ["reason"], message: "decision_reason" },
  });

/**
 * Moves a candidate to another stage; to hire and to decline are decisions, and need a reason.
 * Throws InputError, candidate_not_found, or conflict where somebody else was faster.
 */
export async function moveCandidacy(actor: Actor, ref: CandidacyRef, input: unknown) {
  const { userId: memberId } = requireSession(actor);
  const { stage, from, reason } = parseFields(moveFields, input);
  await db().$transaction(async (tx) => {
    const place = await workplace(tx, actor, ref);
    const { id, stage: now } = await requireCandidacy(tx, place, ref.candidate);
    if (now !== from) throw new DomainError("conflict");
    if (now === stage) return;
    await tx.candidacy.update({ where: { id }, data: { stage } });
    const kind = needsReason(stage) ? "decision" : "stage";
    await tx.candidacyEvent.create({
      data: { candidacyId: id, memberId, kind, stage, text: reason },
    });
  });
}
