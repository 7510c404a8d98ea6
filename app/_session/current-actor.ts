import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { clientAddress } from "@/lib/auth/client-address";
import { type Holder, holderOfSession } from "@/lib/auth/session";
import { settings } from "@/lib/platform/env";
import { type CookieClaims, readSessionCookie, sessionCookieName } from "./session-cookie";

type Session = Holder & { claims: CookieClaims };

/** Who sits at this request's session, leaving or not. Read once a request. */
const currentHolder = cache(async (): Promise<Session | null> => {
  const claims = await readSessionCookie((await cookies()).get(sessionCookieName())?.value);
  const holder = claims && (await holderOfSession(claims));
  return claims && holder ? { claims, ...holder } : null;
});

/** This request's session as the database sees it, or null. */
export async function currentSession(): Promise<Session | null> {
  const holder = await currentHolder();
  return holder && holder.eraseAt === null ? holder : null;
}

/** The session of a person who asked to be erased: a visitor on every page but his last one. */
export async function currentLeaver(): Promise<(Session & { eraseAt: Date }) | null> {
  const holder = await currentHolder();
  return holder?.eraseAt ? { ...holder, eraseAt: holder.eraseAt } : null;
}

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
