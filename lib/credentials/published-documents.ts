import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { buildStatusList } from "./build-status-list";
import { didDocument } from "./did-document";
import { requireIssuer } from "./issuer";
import { publishedKeys, signingKey } from "./read-signing-keys";
import { signDataIntegrity } from "./sign-data-integrity";
import type { PublishedKey } from "./signing-key";

/** The installation's did:web document. Throws public_url_missing. */
export const ownDidDocument = async () => didDocument(requireIssuer(), await publishedKeys());

const asJwk = ({ id, algorithm, publicJwk }: PublishedKey) => ({
  ...publicJwk,
  kid: id,
  use: "sig",
  alg: algorithm === "RS256" ? "RS256" : "EdDSA",
});

/** The installation's keys as a JSON Web Key Set. */
export const ownKeySet = async () => ({ keys: (await publishedKeys()).map(asJwk) });

/** One key as a JSON Web Key. Throws signing_key_not_found. */
export async function ownKey(id: string) {
  const key = (await publishedKeys()).find((one) => one.id === id);
  if (!key) throw notFound("signing_key_not_found");
  return asJwk(key);
}

/** A status list as it is now, signed. Throws status_list_not_found and public_url_missing. */
export async function ownStatusList(id: number) {
  const found = await db().credentialStatusList.findUnique({ where: { id } });
  if (!found) throw notFound("status_list_not_found");
  const issuer = requireIssuer();
  const at = new Date();
  const document = buildStatusList({ issuer, list: id, revoked: found.revoked, at });
  return signDataIntegrity(document, issuer, await signingKey("Ed25519"), at);
}
