import { compactVerify, importJWK } from "jose";
import { z } from "zod";
import type { JwtHeader } from "./parse-jwt";
import { publicJwk, type VerificationKey } from "./public-key";
import type { ReadCredential } from "./read-claims";
import { resolveDid } from "./resolve-did";
import type { Read } from "./verification";
import type { SignatureOutcome } from "./verify-signature";

const ALGORITHMS = ["EdDSA", "Ed25519", "RS256", "PS256", "ES256", "ES384"];

const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })) });

async function fits(token: string, alg: string, { jwk }: VerificationKey): Promise<boolean> {
  try {
    await compactVerify(token, await importJWK({ ...jwk }, alg), { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}

async function firstThatFits(token: string, alg: string, keys: VerificationKey[]) {
  for (const key of keys) if (await fits(token, alg, key)) return key;
  return undefined;
}

/** The key at an address: a JSON Web Key, or one of a set by the address's fragment. */
async function keyAt(address: string, read: Read): Promise<VerificationKey> {
  const { bytes } = await read(address);
  const found: unknown = JSON.parse(bytes.toString("utf8"));
  const set = keySet.safeParse(found);
  const fragment = decodeURIComponent(new URL(address).hash.slice(1));
  const jwk = set.success ? set.data.keys.find(({ kid }) => kid === fragment) : found;
  return { id: address, jwk: publicJwk.parse(jwk) };
}

/** The key that the header itself names or holds, whoever's it is. */
async function keyOfHeader({ kid, jwk }: JwtHeader, read: Read): Promise<VerificationKey[]> {
  if (jwk) return [{ id: kid ?? "jwk", jwk: publicJwk.parse(jwk) }];
  if (kid?.startsWith("did:")) return resolveDid(kid.split("#")[0] ?? "", read);
  if (kid && URL.canParse(kid)) return [await keyAt(kid, read)];
  return [];
}

/** By Open Badges an issuer may be an address; then a key below the same origin is its own. */
function isBelow(issuerId: string, { kid }: JwtHeader): boolean {
  if (!kid || !URL.canParse(kid) || !URL.canParse(issuerId)) return false;
  const issuer = new URL(issuerId);
  return issuer.protocol === "https:" && new URL(kid).origin === issuer.origin;
}

/**
 * Checks a token with the keys of its issuer; failing that, with the key that its header names,
 * which proves the text whole but says nothing of who wrote it. Throws where no key can be had.
 */
export async function verifyJwt(
  { token, jwt: { header } }: Extract<ReadCredential, { format: "jwt" }>,
  issuerId: string,
  read: Read,
): Promise<SignatureOutcome> {
  const { alg, jwk } = header;
  if (!ALGORITHMS.includes(alg)) return { state: "fails", code: "algorithm_refused", detail: alg };
  const outcome = (key: string) => ({ state: "holds", suite: alg, key }) as const;
  if (!issuerId.startsWith("did:")) {
    const named = await firstThatFits(token, alg, await keyOfHeader(header, read));
    if (!named) return { state: "fails", code: "signature_wrong" };
    const bound = !jwk && isBelow(issuerId, header) ? "holds" : "unknown";
    return { ...outcome(named.id), bound };
  }
  const own = await firstThatFits(token, alg, await resolveDid(issuerId, read));
  if (own) return { ...outcome(own.id), bound: "holds" };
  // The issuer's keys are known and none fits: whatever the header names cannot save it.
  const others = await keyOfHeader(header, read).catch(() => []);
  const named = await firstThatFits(token, alg, others);
  return named
    ? { ...outcome(named.id), bound: "fails" }
    : { state: "fails", code: "signature_wrong" };
}
