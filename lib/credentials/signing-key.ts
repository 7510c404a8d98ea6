import { createPrivateKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { calculateJwkThumbprint } from "jose";

export const ALGORITHMS = ["Ed25519", "RS256"] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** The public members of a JSON Web Key. */
export type PublicJwk = {
  kty: string;
  crv?: string;
  x?: string;
  y?: string;
  n?: string;
  e?: string;
};

/** The public half of a key, as it is published. Its id is the thumbprint of RFC 7638. */
export type PublishedKey = { id: string; algorithm: Algorithm; publicJwk: PublicJwk };

export type SigningKey = PublishedKey & { privateKey: KeyObject };

const generate = promisify(generateKeyPair);

const RSA_BITS = 3072;

async function newPrivateKey(algorithm: Algorithm): Promise<KeyObject> {
  const { privateKey } =
    algorithm === "Ed25519"
      ? await generate("ed25519", {})
      : await generate("rsa", { modulusLength: RSA_BITS });
  return privateKey;
}

/** Drops every member that is private. */
function publicJwkOf(privateKey: KeyObject): PublicJwk {
  const { kty, crv, x, n, e } = privateKey.export({ format: "jwk" });
  if (!kty) throw new Error("a key without a type");
  return crv ? { kty, crv, x } : { kty, n, e };
}

export async function makeSigningKey(algorithm: Algorithm): Promise<SigningKey> {
  const privateKey = await newPrivateKey(algorithm);
  const publicJwk = publicJwkOf(privateKey);
  return { id: await calculateJwkThumbprint(publicJwk), algorithm, publicJwk, privateKey };
}

export const privateKeyFrom = (pkcs8: Buffer): KeyObject =>
  createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
