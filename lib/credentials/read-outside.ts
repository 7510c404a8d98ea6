import { DomainError } from "@/lib/platform/errors";
import { FetchError, type Fetched, guardedFetch } from "@/lib/platform/guarded-fetch";
import { ownIssuer } from "./issuer";
import { ownDidDocument, ownKey, ownKeySet, ownStatusList } from "./published-documents";
import { readCredential } from "./read-credential";
import type { Read } from "./verification";

const ACCEPT = "application/vc+jwt, application/vc, application/json;q=0.9, image/*, */*;q=0.5";

/** What this installation publishes at a path; undefined where it publishes nothing. */
async function ownDocument(path: string): Promise<unknown> {
  if (path === "/.well-known/did.json") return ownDidDocument();
  if (path === "/.well-known/jwks.json") return ownKeySet();
  const [, folder, kind, id] = path.split("/");
  if (folder !== "credentials" || !kind) return undefined;
  if (kind === "keys" && id) return ownKey(id);
  if (kind === "status" && id && /^\d{1,9}$/.test(id)) return ownStatusList(Number(id));
  return id === undefined ? JSON.parse((await readCredential(kind)).document) : undefined;
}

async function readOwn(path: string): Promise<Fetched> {
  try {
    const document = await ownDocument(path);
    if (document === undefined) throw new FetchError("bad_status");
    return { bytes: Buffer.from(JSON.stringify(document)), contentType: "application/json" };
  } catch (error) {
    if (error instanceof DomainError) throw new FetchError("bad_status");
    throw error;
  }
}

/**
 * Reads what an issuer publishes. What this installation publishes comes from its own database, so
 * that its own credentials verify without a network; all else is fetched with care.
 */
export const readOutside: Read = async (address) => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const issuer = ownIssuer();
  if (issuer && url?.host === new URL(issuer.url).host) return readOwn(url.pathname);
  return guardedFetch(address, { accept: ACCEPT });
};
