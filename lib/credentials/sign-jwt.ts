import { CompactSign } from "jose";
import type { CredentialDocument } from "./build-credential";
import { type Issuer, keyAddress } from "./issuer";
import type { SigningKey } from "./signing-key";

const JOSE_NAME = { Ed25519: "EdDSA", RS256: "RS256" } as const;

const MS = 1000;
const numericDate = (time: unknown): number | undefined =>
  typeof time === "string" ? Math.floor(Date.parse(time) / MS) : undefined;

/** What the registered claims repeat of a credential. */
export function registeredClaims(document: CredentialDocument) {
  const issuer = document.issuer as { id: string };
  const subject = document.credentialSubject as { id?: string };
  const exp = numericDate(document.validUntil);
  return {
    iss: issuer.id,
    jti: document.id,
    nbf: numericDate(document.validFrom),
    ...(subject.id !== undefined && { sub: subject.id }),
    ...(exp !== undefined && { exp }),
  };
}

/**
 * The document as a VC-JWT: its members are the payload's. The header names the key by an address
 * that answers with it; Open Badges allows `typ` no other value.
 */
export function signJwt(
  document: CredentialDocument,
  issuer: Issuer,
  key: SigningKey,
): Promise<string> {
  const payload = { ...document, ...registeredClaims(document) };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({
      alg: JOSE_NAME[key.algorithm],
      kid: keyAddress(issuer, key.id),
      typ: "JWT",
    })
    .sign(key.privateKey);
}
