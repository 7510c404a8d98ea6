import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { answerNoSoonerThan } from "@/lib/auth/answer-time";
import { issueDevice } from "@/lib/auth/known-device";
import { hashPassword } from "@/lib/auth/password";
import { passwordIssue } from "@/lib/auth/password-strength";
import { db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { requireNoFactor } from "@/lib/second-factor/second-factor-needed";
import { readEmailToken, spendEmailToken } from "./email-token";
import { endAllAccess } from "./end-access";
import { emailField } from "./fields";
import { ANSWER_FLOOR_MS, limitKey, MAIL_ADDRESS, originOf } from "./limits";
import { mailReset } from "./mail-links";
import type { SignedIn } from "./sign-in";

/** Mails a link to the address if it has an account; the answer is the same. */
export async function requestPasswordReset(actor: Actor, input: unknown): Promise<void> {
  const { email } = parseFields(z.object({ email: emailField }), input);
  await takePoint(MAIL_ADDRESS, limitKey(originOf(actor)));
  await answerNoSoonerThan(ANSWER_FLOOR_MS, () => mailReset(email));
}

/**
 * Sets a new password by a mailed link, which proves the address: whatever was open before
 * (sessions, other links, API tokens) ends. The browser that did it is signed in and known; where a
 * second factor is on, the new password stands and SecondFactorNeeded is thrown.
 */
export async function resetPassword(secret: string, password: string): Promise<SignedIn> {
  const { userId, email } = await readEmailToken(secret, "reset_password");
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  if (user.disabledAt) throw new DomainError("forbidden", "account_disabled");
  const issue = await passwordIssue(password, [user.email, user.name]);
  if (issue) throw new InputError([issue]);
  const passwordHash = await hashPassword(password);
  const signedIn = await db().$transaction(async (tx) => {
    await spendEmailToken(tx, secret, "reset_password");
    await endAllAccess(tx, userId);
    const { sessionVersion } = await tx.user.update({
      where: { id: userId, email },
      data: { passwordHash, emailVerifiedAt: user.emailVerifiedAt ?? new Date() },
    });
    const act = { action: "user.password_reset", subject: `user:${userId}` };
    await recordAudit(tx, { kind: "system" }, act);
    return { userId, sessionVersion, device: issueDevice(email) };
  });
  await requireNoFactor(signedIn);
  return signedIn;
}
