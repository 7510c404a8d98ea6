import type { SessionClaims } from "@/lib/auth/session";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** The first factor was right; the person is signed in only once a code came too. */
export class SecondFactorNeeded extends DomainError {
  constructor(readonly claims: SessionClaims) {
    super("unprocessable", "code_needed");
  }
}

/** Lets nobody past who has a second factor. Throws SecondFactorNeeded. */
export async function requireNoFactor({ userId, sessionVersion }: SessionClaims): Promise<void> {
  const factors = await db().totpFactor.count({ where: { userId, confirmedAt: { not: null } } });
  if (factors > 0) throw new SecondFactorNeeded({ userId, sessionVersion });
}
