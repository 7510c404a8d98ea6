import type { Actor } from "@/lib/auth/actor";
import { PASSWORD_MAX_LENGTH, verifyPassword } from "@/lib/auth/password";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { takePoint } from "@/lib/platform/rate-limit";
import { CONFIRM_PERSON, limitKey } from "./limits";

/** What shows that the account's owner sits at the signed-in browser. */
export type Proof = {
  password: string;
  /** Seconds since 1970; counts for accounts without a password, for ten minutes. */
  signedInAt: number;
};

const RECENT_SECONDS = 600;

/**
 * Asks for the password again before something that cannot be undone. Throws password_wrong,
 * sign_in_again, forbidden (API tokens) or rate_limited.
 */
export async function confirmPerson(actor: Actor, proof: Proof) {
  const { userId } = requireSession(actor);
  await takePoint(CONFIRM_PERSON, limitKey(userId));
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  if (user.passwordHash === null) {
    if (Date.now() / 1000 - proof.signedInAt <= RECENT_SECONDS) return user;
    throw new DomainError("forbidden", "sign_in_again");
  }
  const short = proof.password.length <= PASSWORD_MAX_LENGTH;
  if (!short || !(await verifyPassword(user.passwordHash, proof.password))) {
    throw new InputError([{ path: "password", code: "password_wrong" }]);
  }
  return user;
}
