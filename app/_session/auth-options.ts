import { cookies, headers } from "next/headers";
import type { NextAuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { joinOutsideIdentity } from "@/lib/accounts/join-outside-identity";
import { signIn } from "@/lib/accounts/sign-in";
import { safeReturnPath } from "@/lib/auth/return-path";
import { actorOfSession, SESSION_SECONDS, type SessionClaims } from "@/lib/auth/session";
import { publicUrl } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { secrets } from "@/lib/platform/secrets";
import { SecondFactorNeeded } from "@/lib/second-factor/second-factor-needed";
import { currentVisitor } from "./current-actor";
import { deviceCookieName } from "./device-cookie";
import { keepFirstFactor } from "./first-factor-cookie";
import type { OutsideProfile } from "./openid-providers";
import { outsideProviders } from "./outside-providers";
import { claimsOfToken, newClaims, usesHttps } from "./session-cookie";

/** A user on his way from a provider into the session's cookie. */
type Arriving = User & Partial<SessionClaims>;

const credentials = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
  async authorize(given) {
    const known = (await cookies()).get(deviceCookieName())?.value;
    try {
      const { userId, sessionVersion } = await signIn(await currentVisitor(), given, known);
      return { id: userId, userId, sessionVersion };
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  },
});

/** Where next-auth sends the browser: paths of this site only. */
export function redirectTarget(url: string): string {
  const base = publicUrl();
  const path = url.startsWith(`${base}/`) ? url.slice(base.length) : url;
  return `${base}${safeReturnPath(path)}`;
}

/** Remembers who came this far; next-auth's cookie says where he wanted to go. */
async function askForCode(claims: SessionClaims): Promise<string> {
  await keepFirstFactor(claims);
  const jar = await cookies();
  const name = usesHttps() ? "__Secure-next-auth.callback-url" : "next-auth.callback-url";
  const target = new URL(redirectTarget(jar.get(name)?.value ?? "/"));
  return `/sign-in/code?next=${encodeURIComponent(target.pathname + target.search)}`;
}

async function readerLocale(): Promise<string> {
  const chosen = (await cookies()).get("NEXT_LOCALE")?.value;
  return chosen ?? ((await headers()).get("accept-language")?.startsWith("zh") ? "zh" : "en");
}

/** What a provider said: an operator has nothing else to go by. The rest may hold secrets. */
const reasonOf = (metadata: Error | { error: Error }): string =>
  metadata instanceof Error ? metadata.message : metadata.error?.message;

/** next-auth's options; made for each request, since settings are read at start, not at build. */
export const authOptions = (): NextAuthOptions => ({
  secret: secrets().authSecret,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  useSecureCookies: usesHttps(),
  pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
  providers: [credentials, ...outsideProviders()],
  callbacks: {
    redirect: ({ url }) => redirectTarget(url),
    async signIn({ user, account, profile }) {
      if (!account || account.type === "credentials") return true;
      const { email, name, email_verified } = (profile ?? {}) as OutsideProfile;
      try {
        const joined = await joinOutsideIdentity({
          provider: account.provider,
          providerAccountId: account.providerAccountId,
          email,
          emailVerified: email_verified === true || email_verified === "true",
          name,
          locale: await readerLocale(),
        });
        Object.assign(user, joined);
        return true;
      } catch (error) {
        if (error instanceof SecondFactorNeeded) return askForCode(error.claims);
        if (error instanceof DomainError) return `/sign-in?error=${error.code}`;
        throw error;
      }
    },
    async jwt({ token, user }) {
      const { userId, sessionVersion } = (user ?? {}) as Arriving;
      if (userId && sessionVersion) return newClaims({ userId, sessionVersion });
      const claims = claimsOfToken(token);
      if (!claims || !(await actorOfSession(claims))) throw new Error("session ended");
      return token;
    },
    session: ({ session, token }) => Object.assign(session, { user: { id: token.userId } }),
  },
  logger: {
    error: (code, metadata) => log.warn({ code, reason: reasonOf(metadata) }, "next-auth"),
    warn: (code) => log.debug({ code }, "next-auth"),
    debug: () => undefined,
  },
});
