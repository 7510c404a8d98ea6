import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { requireUser } from "@/lib/auth/policies";
import type { SessionClaims } from "@/lib/auth/session";
import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { Role } from "@/lib/platform/prisma/enums";
import { takePoint } from "@/lib/platform/rate-limit";
import { createUser } from "./create-user";
import { readInvitation, requireOpenFor, spendInvitation } from "./invitation-row";
import { limitKey, originOf, SIGN_UP_ADDRESS } from "./limits";
import { mailVerification } from "./mail-links";
import { checkNewAccount } from "./sign-up";

const RANK: Record<Role, number> = { learner: 0, author: 1, admin: 2 };

/** Gives the signed-in person the invitation's role, unless his own is higher already. */
export async function acceptInvitation(actor: Actor, secret: string): Promise<void> {
  const { userId, role: current } = requireUser(actor);
  await db().$transaction(async (tx) => {
    const { role, email } = await readInvitation(secret, tx);
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    if (email !== null && email !== user.email) {
      throw new DomainError("forbidden", "invitation_other_address");
    }
    await spendInvitation(tx, secret, userId);
    if (RANK[role] > RANK[current]) await tx.user.update({ where: { id: userId }, data: { role } });
    await auditAcceptance(tx, userId, role);
  });
}

/**
 * Opens an account with the invitation's role and signs it in. Who holds an invitation is told
 * when an address is taken; strangers are not (see signUp).
 */
export async function joinByInvitation(
  actor: Actor,
  secret: string,
  input: unknown,
): Promise<SessionClaims> {
  await takePoint(SIGN_UP_ADDRESS, limitKey(originOf(actor)));
  const invitation = await readInvitation(secret);
  requireOpenFor(invitation);
  const { password, ...account } = await checkNewAccount(input);
  if (invitation.email !== null && invitation.email !== account.email) {
    throw new DomainError("forbidden", "invitation_other_address");
  }
  const passwordHash = await hashPassword(password);
  // An invitation sent to this very address proves it.
  const emailVerifiedAt = invitation.email === null ? null : new Date();
  const claims = await db().$transaction(async (tx) => {
    const data = { ...account, passwordHash, emailVerifiedAt, role: invitation.role };
    const user = await createUser(tx, data);
    if (!user) throw new DomainError("conflict", "address_taken");
    await spendInvitation(tx, secret, user.id);
    await auditAcceptance(tx, user.id, invitation.role);
    return { userId: user.id, sessionVersion: user.sessionVersion };
  });
  if (!emailVerifiedAt) await mailVerification(claims.userId);
  return claims;
}

const auditAcceptance = (tx: Db, userId: string, role: Role) =>
  recordAudit(
    tx,
    { kind: "system" },
    { action: "invitation.accepted", subject: `user:${userId}`, data: { role } },
  );
