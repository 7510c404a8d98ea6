import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { hashSecret } from "@/lib/auth/one-time-secret";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** An invitation ends with its maker's account, and with his office (see endOffice). */
const usable = (secret: string) => ({
  ...{ tokenHash: hashSecret(secret), acceptedAt: null, expiresAt: { gt: new Date() } },
  createdBy: { disabledAt: null },
  organisation: { status: { not: "suspended" as const } },
});

const spent = () => new DomainError("gone", "link_spent");

/** What an unused invitation offers to whoever holds its link. Throws link_spent. */
export async function readMemberInvitation(secret: string) {
  const invitation = await db().organisationInvitation.findFirst({
    where: usable(secret),
    select: { email: true, role: true, organisation: { select: { name: true, status: true } } },
  });
  if (!invitation) throw spent();
  return invitation;
}

/**
 * Makes the signed-in person a member; only the owner of the invited mail address can, and once.
 * Throws link_spent, invitation_other_address or email_unverified.
 */
export async function joinOrganisation(actor: Actor, secret: string): Promise<{ slug: string }> {
  const { userId } = requireSession(actor);
  return db().$transaction(async (tx) => {
    const invitation = await tx.organisationInvitation.findFirst({
      where: usable(secret),
      include: { organisation: { select: { slug: true } } },
    });
    if (!invitation) throw spent();
    const { id, organisationId, email, role } = invitation;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    if (user.email !== email) throw new DomainError("forbidden", "invitation_other_address");
    // The link came to the mailbox, which proves the address as a letter of ours would.
    const { count } = await tx.organisationInvitation.updateMany({
      where: { id, ...usable(secret) },
      data: { acceptedAt: new Date() },
    });
    if (count !== 1) throw spent();
    await tx.user.updateMany({
      where: { id: userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: new Date() },
    });
    await tx.member.createMany({
      data: { organisationId, userId, role },
      skipDuplicates: true,
    });
    const subject = `organisation:${organisationId}`;
    await recordAudit(tx, actor, { action: "member.joined", subject, data: { role } });
    return { slug: invitation.organisation.slug };
  });
}
