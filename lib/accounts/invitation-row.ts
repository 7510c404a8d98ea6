import { hashSecret } from "@/lib/auth/one-time-secret";
import { type Db, db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { Role } from "@/lib/platform/prisma/enums";

/** An invitation ends with its maker's office; those that nobody made are the operator's. */
const usable = (secret: string) => ({
  tokenHash: hashSecret(secret),
  usedAt: null,
  expiresAt: { gt: new Date() },
  OR: [{ createdById: null }, { createdBy: { role: Role.admin, disabledAt: null } }],
});

const spent = () => new DomainError("gone", "link_spent");

/** What an unused invitation offers. Throws link_spent when used, expired or unknown. */
export async function readInvitation(secret: string, tx: Db = db()) {
  const invitation = await tx.invitation.findFirst({
    where: usable(secret),
    select: { id: true, role: true, email: true, createdById: true },
  });
  if (!invitation) throw spent();
  return invitation;
}

/** While sign-up is closed only the operator's own link opens accounts. */
export function requireOpenFor(invitation: { createdById: string | null }): void {
  if (settings().SIGNUP === "closed" && invitation.createdById !== null) {
    throw new DomainError("forbidden", "signup_closed");
  }
}

/** Uses the invitation up; of two at once one wins. Throws link_spent. */
export async function spendInvitation(tx: Db, secret: string, userId: string): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: usable(secret),
    data: { usedAt: new Date(), usedById: userId },
  });
  if (count !== 1) throw spent();
}
