import type { SignedIn } from "@/lib/accounts/sign-in";
import { issueDevice } from "@/lib/auth/known-device";
import type { SessionClaims } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { takeCode } from "./take-code";

/**
 * Signs in by a code who showed the first factor before. Throws code_wrong, rate_limited, or
 * sign_in_anew when the account changed in between.
 */
export async function finishSignIn(first: SessionClaims | null, code: string): Promise<SignedIn> {
  const again = new DomainError("unprocessable", "sign_in_anew");
  if (!first) throw again;
  const { userId, sessionVersion } = first;
  const where = { id: userId, sessionVersion, disabledAt: null };
  const user = await db().user.findFirst({ where, select: { email: true } });
  if (!user) throw again;
  await takeCode(userId, code);
  await db().user.update({ where: { id: userId }, data: { lastSeenAt: new Date() } });
  return { userId, sessionVersion, device: issueDevice(user.email) };
}
