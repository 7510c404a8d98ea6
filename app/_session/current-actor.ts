import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Actor, UserActor } from "@/lib/auth/actor";
import { clientAddress } from "@/lib/auth/client-address";
import { actorOfSession } from "@/lib/auth/session";
import { settings } from "@/lib/platform/env";
import { type CookieClaims, readSessionCookie, sessionCookieName } from "./session-cookie";

type Session = { actor: UserActor; claims: CookieClaims };

/** This request's session as the database sees it, or null. Read once a request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const claims = await readSessionCookie((await cookies()).get(sessionCookieName())?.value);
  const actor = claims && (await actorOfSession(claims));
  return claims && actor ? { claims, actor } : null;
});

/** Who looks at the page: the signed-in person, or a visitor. */
export async function currentActor(): Promise<Actor> {
  return (await currentSession())?.actor ?? (await currentVisitor());
}

/** The request as a visitor, signed in or not: limits count by his address. */
export async function currentVisitor(): Promise<Actor> {
  return {
    kind: "visitor",
    address: clientAddress(await headers(), settings().TRUSTED_PROXIES),
  };
}
