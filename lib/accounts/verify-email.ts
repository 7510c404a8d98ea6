import type { Actor } from "@/lib/auth/actor";
import { verifyPassword } from "@/lib/auth/password";
import type { SessionClaims } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { takePoint } from "@/lib/platform/rate-limit";
import { requireNoFactor } from "@/lib/second-factor/second-factor-needed";
import { readEmailToken, spendEmailToken } from "./email-token";
import { CONFIRM_PERSON, limitKey } from "./limits";

/**
 * Confirms an address by a mailed link. The link proves the mailbox, not who chose the account's
 * password, so that password (or a session of the account) is asked too: a stranger who opened the
 * account with somebody else's address gains nothing by its owner's click.
 * Throws link_spent, password_wrong, account_disabled or rate_limited, and once the address is
 * confirmed SecondFactorNeeded.
 */
export async function verifyEmail(
  actor: Actor,
  secret: string,
  password: string,
): Promise<SessionClaims> {
  const { userId, email } = await readEmailToken(secret, "verify_email");
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  if (user.disabledAt) throw new DomainError("forbidden", "account_disabled");
  const own = actor.kind === "user" && actor.userId === userId;
  if (!own) {
    await takePoint(CONFIRM_PERSON, limitKey(userId));
    if (!(await verifyPassword(user.passwordHash, password))) {
      throw new InputError([{ path: "password", code: "password_wrong" }]);
    }
  }
  await db().$transaction(async (tx) => {
    await spendEmailToken(tx, secret, "verify_email");
    const { count } = await tx.user.updateMany({
      where: { id: userId, email, passwordHash: user.passwordHash },
      data: { emailVerifiedAt: new Date() },
    });
    if (count !== 1) throw new DomainError("gone", "link_spent");
  });
  const claims = { userId, sessionVersion: user.sessionVersion };
  if (!own) await requireNoFactor(claims);
  return claims;
}
