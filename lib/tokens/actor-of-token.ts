import type { Scope, UserActor } from "@/lib/auth/actor";
import { SCOPES } from "@/lib/auth/actor";
import { hashSecret } from "@/lib/auth/one-time-secret";
import { db } from "@/lib/platform/db";

const MINUTE = 60_000;

const isScope = (value: string): value is Scope => SCOPES.some((scope) => scope === value);

/** The person that a personal access token speaks for, or null; notes its use to the minute. */
export async function actorOfToken(secret: string): Promise<UserActor | null> {
  const now = new Date();
  const token = await db().accessToken.findFirst({
    where: {
      tokenHash: hashSecret(secret),
      revokedAt: null,
      expiresAt: { gt: now },
      user: { disabledAt: null, eraseAt: null },
    },
    select: {
      id: true,
      scopes: true,
      lastUsedAt: true,
      user: { select: { id: true, role: true } },
    },
  });
  if (!token) return null;
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > MINUTE) {
    await db().accessToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  const { id, role } = token.user;
  return { kind: "user", userId: id, role, scopes: token.scopes.filter(isScope) };
}
