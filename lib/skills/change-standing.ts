import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { InputError, notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { measureLearner } from "./measure-learner";

/** What people found of a piece of work, beside its verdict. */
const standing = z.object({
  supervised: z.boolean(),
  similarity: z.enum(["none", "open", "upheld"]),
});
export type Standing = z.infer<typeof standing>;

/** How a submission stands, for admins. Throws submission_not_found. */
export async function readStandingOfWork(actor: Actor, id: string): Promise<Standing> {
  requireAdmin(actor);
  const found = await db().submission.findUnique({
    where: { id: requireId(id, "submission_not_found") },
    select: { supervised: true, similarity: true },
  });
  if (!found) throw notFound("submission_not_found");
  return found;
}

/**
 * Says of a submission whether it was supervised and what was found of its likeness to another's
 * work, and measures its learner anew. It stays so when it is judged again. Throws
 * submission_not_found or InputError.
 */
export async function changeStanding(
  actor: Actor,
  id: string,
  given: { supervised: boolean; similarity: string },
): Promise<void> {
  const before = await readStandingOfWork(actor, id);
  const found = standing.safeParse(given);
  if (!found.success) throw new InputError([{ path: "similarity", code: "reason_missing" }]);
  const after = found.data;
  await db().$transaction(async (tx) => {
    const { userId } = await tx.submission.update({ where: { id }, data: after });
    await tx.skillEvidence.updateMany({ where: { submissionId: id }, data: after });
    await measureLearner(tx, userId);
    await recordAudit(tx, actor, {
      action: "submission.standing_changed",
      subject: `submission:${id}`,
      data: { before, after },
    });
  });
}
