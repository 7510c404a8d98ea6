import type { OAuthConfig } from "next-auth/providers/oauth";

/** What we use of an outside profile; the claims of OpenID Connect. */
export type OutsideProfile = {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean | string;
};

/** An OpenID Connect provider, discovered at its issuer. */
export function oidcProvider(
  name: string,
  issuer: string,
  clientId: string,
  clientSecret: string,
  id = "oidc",
): OAuthConfig<OutsideProfile> {
  return {
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId,
    clientSecret,
    profile: ({ sub, name: person, email }) => ({ id: sub, name: person, email }),
  };
}

export const googleProvider = (clientId: string, clientSecret: string) =>
  oidcProvider("Google", "https://accounts.google.com", clientId, clientSecret, "google");
