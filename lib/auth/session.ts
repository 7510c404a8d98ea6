import { db } from "@/lib/platform/db";
import type { UserActor } from "./actor";

/** Seconds until a person signs in again. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** What a session's cookie says; it counts only while the database agrees. */
export type SessionClaims = { userId: string; sessionVersion: number };

/** The signed-in person, or null when deleted, disabled or signed out everywhere since. */
export async function actorOfSession(claims: SessionClaims): Promise<UserActor | null> {
  const user = await db().user.findFirst({
    where: { id: claims.userId, sessionVersion: claims.sessionVersion, disabledAt: null },
    select: { id: true, role: true },
  });
  return user && { kind: "user", userId: user.id, role: user.role, scopes: null };
}
