import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { SESSION_SECONDS, type SessionClaims } from "@/lib/auth/session";
import { publicUrl } from "@/lib/platform/env";
import { secrets } from "@/lib/platform/secrets";

export const usesHttps = () => publicUrl().startsWith("https:");

/** next-auth's own cookie, so that its routes and ours read the same session. */
export const sessionCookieName = () =>
  usesHttps() ? "__Secure-next-auth.session-token" : "next-auth.session-token";

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() }) as const;

const claimsSchema = z.object({
  userId: z.uuid(),
  sessionVersion: z.number().int(),
  /** Seconds since 1970 of the sign-in itself. */
  signedInAt: z.number().int(),
});
export type CookieClaims = z.output<typeof claimsSchema>;

export const newClaims = ({ userId, sessionVersion }: SessionClaims): CookieClaims => ({
  userId,
  sessionVersion,
  signedInAt: Math.floor(Date.now() / 1000),
});

/** The claims of a decoded token, or null when it holds others. */
export const claimsOfToken = (token: unknown): CookieClaims | null =>
  claimsSchema.safeParse(token).data ?? null;

/** What the cookie says when it is ours and unexpired, else null. */
export async function readSessionCookie(value: string | undefined): Promise<CookieClaims | null> {
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: secrets().authSecret });
    return claimsOfToken(token);
  } catch {
    return null;
  }
}

/** Signs this browser in. Only in server actions and route handlers. */
export async function startSession(claims: SessionClaims): Promise<void> {
  const value = await encode({
    token: newClaims(claims),
    secret: secrets().authSecret,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(sessionCookieName(), value, {
    ...cookieOptions(),
    maxAge: SESSION_SECONDS,
  });
}

/** Signs this browser out. */
export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}
