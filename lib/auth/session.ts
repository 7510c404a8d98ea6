import { db } from "@/lib/platform/db";
import type { UserActor } from "./actor";

/** Seconds until a person signs in again. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** What a session's cookie says; it counts only while the database agrees. */
export type SessionClaims = { userId: string; sessionVersion: number };

/** Who sits at a session: a person, or one who asked to be erased and is a visitor everywhere else. */
export type Holder = { actor: UserActor; eraseAt: Date | null };

/** The session's person, or null when deleted, disabled or signed out everywhere since. */
export async function holderOfSession(claims: SessionClaims): Promise<Holder | null> {
  const user = await db().user.findFirst({
    where: { id: claims.userId, sessionVersion: claims.sessionVersion, disabledAt: null },
    select: { id: true, role: true, eraseAt: true },
  });
  if (!user) return null;
  const actor = { kind: "user", userId: user.id, role: user.role, scopes: null } as const;
  return { actor, eraseAt: user.eraseAt };
}

/** The signed-in person; null also for one who is leaving. */
export async function actorOfSession(claims: SessionClaims): Promise<UserActor | null> {
  const holder = await holderOfSession(claims);
  return holder && holder.eraseAt === null ? holder.actor : null;
}
