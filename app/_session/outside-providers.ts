import type { OAuthConfig } from "next-auth/providers/oauth";
import { settings } from "@/lib/platform/env";
import { githubProvider } from "./github-provider";
import { googleProvider, type OutsideProfile, oidcProvider } from "./openid-providers";

/** The outside sign-ins whose settings are present. */
export function outsideProviders(): OAuthConfig<OutsideProfile>[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = settings();
  const { OIDC_ISSUER, OIDC_ID, OIDC_SECRET, OIDC_NAME } = settings();
  const present: OAuthConfig<OutsideProfile>[] = [];
  if (GITHUB_ID && GITHUB_SECRET) present.push(githubProvider(GITHUB_ID, GITHUB_SECRET));
  if (GOOGLE_ID && GOOGLE_SECRET) present.push(googleProvider(GOOGLE_ID, GOOGLE_SECRET));
  if (OIDC_ISSUER && OIDC_ID && OIDC_SECRET) {
    present.push(oidcProvider(OIDC_NAME, OIDC_ISSUER, OIDC_ID, OIDC_SECRET));
  }
  return present;
}

export const outsideProviderNames = (): { id: string; name: string }[] =>
  outsideProviders().map(({ id, name }) => ({ id, name }));
