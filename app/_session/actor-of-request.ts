import { NextRequest } from "next/server";
import type { Actor } from "@/lib/auth/actor";
import { clientAddress } from "@/lib/auth/client-address";
import { actorOfSession } from "@/lib/auth/session";
import { actorOfOrganisationToken, TOKEN_PREFIX } from "@/lib/organisations/actor-of-token";
import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { actorOfToken } from "@/lib/tokens/actor-of-token";
import { readSessionCookie, sessionCookieName } from "./session-cookie";

/**
 * Who calls the API: by bearer token, else by session cookie, else a visitor.
 * Throws token_invalid for a bearer token that is unknown, expired or revoked.
 */
export async function actorOfRequest(request: Request): Promise<Actor> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer) {
    const actor = await (bearer.startsWith(TOKEN_PREFIX)
      ? actorOfOrganisationToken(bearer)
      : actorOfToken(bearer));
    if (!actor) throw new DomainError("not_signed_in", "token_invalid");
    return actor;
  }
  const cookie = new NextRequest(request.url, { headers: request.headers }).cookies;
  const claims = await readSessionCookie(cookie.get(sessionCookieName())?.value);
  const actor = claims && (await actorOfSession(claims));
  if (actor) return actor;
  const address = clientAddress(request.headers, settings().TRUSTED_PROXIES);
  return { kind: "visitor", address };
}
