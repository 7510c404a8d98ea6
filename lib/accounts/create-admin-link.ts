import { recordAudit } from "@/lib/audit/record-audit";
import { newSecret } from "@/lib/auth/one-time-secret";
import { db } from "@/lib/platform/db";
import { publicUrl } from "@/lib/platform/env";

const DAY = 24 * 60 * 60 * 1000;

/**
 * The address of a page that makes whoever opens it an admin, once, within 24 hours. Only for
 * the installation's operator: earlier unused links end.
 */
export async function createAdminLink(): Promise<string> {
  const { secret, hash } = newSecret();
  await db().$transaction(async (tx) => {
    await tx.invitation.deleteMany({ where: { createdById: null, role: "admin", usedAt: null } });
    const invitation = await tx.invitation.create({
      data: { tokenHash: hash, role: "admin", expiresAt: new Date(Date.now() + DAY) },
    });
    await recordAudit(
      tx,
      { kind: "system" },
      { action: "invitation.created", subject: `invitation:${invitation.id}` },
    );
  });
  return `${publicUrl()}/invitation?token=${secret}`;
}
