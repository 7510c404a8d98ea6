import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { z } from "zod";
import type { PublicJwk } from "./signing-key";

/** Members beyond these, private ones above all, are dropped. */
export const publicJwk = z.object({
  kty: z.enum(["OKP", "RSA", "EC"]),
  crv: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
  n: z.string().optional(),
  e: z.string().optional(),
});

/** A key under the name that its issuer gave it. */
export type VerificationKey = { id: string; jwk: PublicJwk };

export async function jwkOfMultibase(publicKeyMultibase: string): Promise<PublicJwk> {
  const keyPair = await Ed25519Multikey.from({ type: "Multikey", publicKeyMultibase });
  return Ed25519Multikey.toJwk({ keyPair });
}

export async function multibaseOf(jwk: PublicJwk): Promise<string> {
  const keyPair = await Ed25519Multikey.fromJwk({ jwk });
  const { publicKeyMultibase } = await keyPair.export({ publicKey: true });
  return publicKeyMultibase;
}

export const isEd25519 = ({ kty, crv }: PublicJwk): boolean => kty === "OKP" && crv === "Ed25519";
