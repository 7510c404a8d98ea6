import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { SessionClaims } from "@/lib/auth/session";
import { secrets } from "@/lib/platform/secrets";
import { cookieOptions, usesHttps } from "./session-cookie";

const SECONDS = 600;

/** With a salt of its own it is no session, whoever puts it in a session's place. */
const SALT = "touchstone first factor";

const cookieName = () =>
  usesHttps() ? "__Secure-touchstone.first-factor" : "touchstone.first-factor";

const claimsSchema = z.object({ userId: z.uuid(), sessionVersion: z.number().int() });

/** Remembers for ten minutes that this browser showed the first factor. */
export async function keepFirstFactor({ userId, sessionVersion }: SessionClaims): Promise<void> {
  const token = { userId, sessionVersion };
  const value = await encode({ token, secret: secrets().authSecret, salt: SALT, maxAge: SECONDS });
  (await cookies()).set(cookieName(), value, { ...cookieOptions(), maxAge: SECONDS });
}

/** Who showed the first factor in this browser, or null. */
export async function readFirstFactor(): Promise<SessionClaims | null> {
  const value = (await cookies()).get(cookieName())?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: secrets().authSecret, salt: SALT });
    return claimsSchema.safeParse(token).data ?? null;
  } catch {
    return null;
  }
}

export async function forgetFirstFactor(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...cookieOptions(), maxAge: 0 });
}
