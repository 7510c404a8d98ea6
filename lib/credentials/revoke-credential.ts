import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { mailCredential } from "./mail-credential";

type Revocation = {
  reason: string;
  /** What its holder is told beside the reason. */
  note?: string;
};

/**
 * Revokes a credential for good and writes to its holder; once more does nothing. Throws
 * credential_not_found.
 */
export async function revokeCredential(
  actor: Actor,
  id: string,
  { reason, note }: Revocation,
): Promise<void> {
  requireAdmin(actor);
  const isRevoked = await db().$transaction(async (tx) => {
    const { count } = await tx.credential.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date(), revocationReason: reason, revocationNote: note ?? null },
    });
    const found = await tx.credential.findUnique({ where: { id } });
    if (!found) throw notFound("credential_not_found");
    if (count === 0) return false;
    await tx.credentialStatusList.update({
      where: { id: found.statusListId },
      data: { revoked: { push: found.statusListIndex } },
    });
    await recordAudit(tx, actor, {
      action: "credential.revoked",
      subject: `credential:${id}`,
      data: { reason },
    });
    return true;
  });
  if (isRevoked) await mailCredential("credentialRevoked", id);
}
