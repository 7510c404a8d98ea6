import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { issueDevice, knownDevice } from "@/lib/auth/known-device";
import { PASSWORD_MAX_LENGTH, verifyPassword } from "@/lib/auth/password";
import type { SessionClaims } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseFields } from "@/lib/platform/parse-fields";
import { forgetPoints, takePoint } from "@/lib/platform/rate-limit";
import { requireNoFactor } from "@/lib/second-factor/second-factor-needed";
import { takeCode } from "@/lib/second-factor/take-code";
import { emailField, passwordField } from "./fields";
import { limitKey, originOf, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS, SIGN_IN_PAIR } from "./limits";
import { mailVerification } from "./mail-links";

const credentials = z.object({
  email: emailField,
  password: passwordField.max(PASSWORD_MAX_LENGTH, "password_long"),
  /** Of the second factor, where both come at once. */
  code: z.string().max(100, "code_wrong").optional(),
});

export type SignedIn = SessionClaims & {
  /** Mark to keep in the browser: its sign-ins are not slowed by strangers' attempts. */
  device: string;
};

/**
 * Signs in by password. An unknown address, a wrong password, a disabled account and, where mail
 * can be sent, an unconfirmed address all answer credentials_wrong after the same work. Where a
 * second factor is on and no code came along, throws SecondFactorNeeded.
 */
export async function signIn(actor: Actor, input: unknown, device?: string): Promise<SignedIn> {
  const { email, password, code } = parseFields(credentials, input);
  const pair = await countAttempt(originOf(actor), email, device);
  const user = await db().user.findUnique({ where: { email } });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches || user.disabledAt) throw wrong();
  if (!user.emailVerifiedAt && settings().SMTP_URL) {
    remindToVerify(user.id);
    throw wrong();
  }
  await forgetPoints(SIGN_IN_PAIR, pair);
  if (code) await takeCode(user.id, code);
  else await requireNoFactor({ userId: user.id, sessionVersion: user.sessionVersion });
  await db().user.update({ where: { id: user.id }, data: { lastSeenAt: new Date() } });
  return { userId: user.id, sessionVersion: user.sessionVersion, device: issueDevice(email) };
}

const wrong = () => new DomainError("unprocessable", "credentials_wrong");

/**
 * The limit on the account alone stops guessing from many addresses. A device that signed in
 * before does not fall under it, so nobody can lock the owner out.
 */
async function countAttempt(origin: string, email: string, device?: string): Promise<string> {
  const known = knownDevice(device, email);
  await takePoint(SIGN_IN_ADDRESS, limitKey(origin));
  const pair = limitKey(email, known ? `device ${known}` : origin);
  await takePoint(SIGN_IN_PAIR, pair);
  if (!known) await takePoint(SIGN_IN_ACCOUNT, limitKey(email));
  return pair;
}

/** Not awaited: the time of the answer must not tell that the password was right. */
function remindToVerify(userId: string): void {
  mailVerification(userId).catch((error: unknown) => {
    log.error({ err: error, userId }, "reminder to verify failed");
  });
}
