import { isDeepStrictEqual } from "node:util";
import type { CredentialDocument } from "./build-credential";
import { looksLikeJwt, type ParsedJwt, parseJwt } from "./parse-jwt";

/** A credential as it came: a token, or a document with its proof inside. */
export type ReadCredential =
  | { format: "jwt"; token: string; jwt: ParsedJwt; document: CredentialDocument }
  | { format: "data-integrity"; document: CredentialDocument };

const REGISTERED = ["iss", "sub", "jti", "nbf", "iat", "exp", "aud", "vc"];

/** The credential in a token: its payload itself, or its member `vc` in the older form. */
function documentOf({ payload }: ParsedJwt): CredentialDocument {
  if (isObject(payload.vc)) return payload.vc;
  const members = Object.entries(payload).filter(([name]) => !REGISTERED.includes(name));
  return Object.fromEntries(members);
}

const isObject = (value: unknown): value is CredentialDocument =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads a token or a JSON document. Throws where the text is neither. */
export function readClaims(text: string): ReadCredential {
  const trimmed = text.trim();
  if (looksLikeJwt(trimmed)) {
    const jwt = parseJwt(trimmed);
    return { format: "jwt", token: trimmed, jwt, document: documentOf(jwt) };
  }
  const document: unknown = JSON.parse(trimmed);
  if (!isObject(document)) throw new Error("not an object");
  return { format: "data-integrity", document };
}

const seconds = (time: unknown) =>
  typeof time === "string" ? Math.floor(Date.parse(time) / 1000) : undefined;

/** Whether the registered claims of a token that are present say what the credential says. */
export function claimsAgree({ payload }: ParsedJwt, document: CredentialDocument): boolean {
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer;
  const subject = isObject(document.credentialSubject) ? document.credentialSubject.id : undefined;
  const expected = {
    iss: issuer,
    sub: subject,
    jti: document.id,
    nbf: seconds(document.validFrom ?? document.issuanceDate),
    exp: seconds(document.validUntil ?? document.expirationDate),
  };
  return Object.entries(expected).every(
    ([name, value]) => payload[name] === undefined || isDeepStrictEqual(payload[name], value),
  );
}
