import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

/** Ends every session of the person, this one too. API tokens are revoked one by one. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  const { userId } = requireSession(actor);
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
    await recordAudit(tx, actor, {
      action: "user.signed_out_everywhere",
      subject: `user:${userId}`,
    });
  });
}
