import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Ends every session of the person, this one too. API tokens are revoked one by one. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  const { userId, scopes } = requireUser(actor);
  if (scopes !== null) throw new DomainError("forbidden", "session_only");
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
    await recordAudit(tx, actor, {
      action: "user.signed_out_everywhere",
      subject: `user:${userId}`,
    });
  });
}
