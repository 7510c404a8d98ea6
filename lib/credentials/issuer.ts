import { settings } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";

/** Who issues: one installation under its public address. */
export type Issuer = { url: string; did: string; name: string };

/** The did:web name of an address; a port is escaped, as its specification asks. */
export const didOf = (url: string): string => `did:web:${encodeURIComponent(new URL(url).host)}`;

/** The installation at an address, without a trailing slash, as an issuer. */
export function issuerAt(address: string): Issuer {
  const url = new URL(address).origin;
  return { url, did: didOf(url), name: `Touchstone, ${new URL(url).host}` };
}

/** This installation as an issuer; null while its public address is not set. */
export function ownIssuer(): Issuer | null {
  const { PUBLIC_URL } = settings();
  return PUBLIC_URL ? issuerAt(PUBLIC_URL) : null;
}

/**
 * This installation as an issuer. Throws public_url_missing: a credential names its issuer for
 * ever, so none may be issued under an address that was only assumed.
 */
export function requireIssuer(): Issuer {
  const issuer = ownIssuer();
  if (!issuer) throw new DomainError("unavailable", "public_url_missing");
  return issuer;
}

export const keyAddress = (issuer: Issuer, keyId: string) =>
  `${issuer.url}/credentials/keys/${keyId}`;
export const statusAddress = (issuer: Issuer, list: number) =>
  `${issuer.url}/credentials/status/${list}`;
export const credentialAddress = (issuer: Issuer, id: string) => `${issuer.url}/credentials/${id}`;
export const achievementAddress = (
  issuer: Issuer,
  { slug, level }: { slug: string; level: string },
) => `${issuer.url}/credentials/achievements/${slug}/${level}`;
export const skillAddress = (issuer: Issuer, slug: string) =>
  `${issuer.url}/credentials/skills/${slug}`;
