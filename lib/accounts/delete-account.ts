import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { confirmPerson, type Proof } from "./confirm-person";
import { requireAnotherAdmin } from "./keep-an-admin";

/**
 * Deletes the person and all that is his. The audit log keeps his id, which nothing leads from to
 * a name any more. Throws what confirmPerson throws, or last_admin.
 */
export async function deleteAccount(actor: Actor, proof: Proof): Promise<void> {
  const { id, email } = await confirmPerson(actor, proof);
  await db().$transaction(async (tx) => {
    await requireAnotherAdmin(tx, id);
    await recordAudit(tx, actor, { action: "user.deleted", subject: `user:${id}` });
    await tx.mailMessage.deleteMany({ where: { recipient: email } });
    // One that nobody made would count as the operator's own.
    const made = { createdById: id, usedAt: null };
    await tx.invitation.deleteMany({ where: { OR: [{ email }, { usedById: id }, made] } });
    await tx.user.delete({ where: { id } });
  });
}
