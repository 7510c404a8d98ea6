import { z } from "zod";
import { jwkOfMultibase, publicJwk, type VerificationKey } from "./public-key";
import type { Read } from "./verification";

const method = z.looseObject({
  id: z.string(),
  type: z.string(),
  publicKeyMultibase: z.string().optional(),
  publicKeyJwk: z.unknown().optional(),
});
type Method = z.infer<typeof method>;

const document = z.looseObject({
  id: z.string(),
  verificationMethod: z.array(method).max(100).default([]),
  assertionMethod: z
    .array(z.union([z.string(), method]))
    .max(100)
    .default([]),
});

/** Where the document of a did:web name lies. Throws where the name is none. */
export function didWebAddress(did: string): string {
  const [host = "", ...path] = did.slice("did:web:".length).split(":").map(decodeURIComponent);
  const folder = path.length > 0 ? path.join("/") : ".well-known";
  const url = new URL(`https://${host}/${folder}/did.json`);
  if (url.host !== host.toLowerCase()) throw new Error("not a host");
  return url.href;
}

async function keyOfMethod(found: Method): Promise<VerificationKey[]> {
  try {
    const jwk = found.publicKeyMultibase
      ? await jwkOfMultibase(found.publicKeyMultibase)
      : publicJwk.parse(found.publicKeyJwk);
    return [{ id: found.id, jwk }];
  } catch {
    // A key of a kind that is not known here is no reason to refuse the others.
    return [];
  }
}

async function readKeys(did: string, address: string, read: Read): Promise<VerificationKey[]> {
  const { bytes } = await read(address);
  const parsed = document.parse(JSON.parse(bytes.toString("utf8")));
  if (parsed.id !== did) throw new Error("the document is another's");
  const absolute = (id: string) => (id.startsWith("#") ? did + id : id);
  const methods = parsed.assertionMethod.flatMap((entry) =>
    typeof entry === "string"
      ? parsed.verificationMethod.filter(({ id }) => absolute(id) === absolute(entry))
      : [entry],
  );
  const keys = (await Promise.all(methods.map(keyOfMethod))).flat();
  return keys.map((key) => ({ ...key, id: absolute(key.id) }));
}

/**
 * The keys with which an issuer says what is so: by did:web, did:key or did:jwk, or by an address
 * that answers with such a document. Throws FetchError
 * where the document is out of reach, and another error where it is unusable.
 */
export async function resolveDid(did: string, read: Read): Promise<VerificationKey[]> {
  if (did.startsWith("https://")) return readKeys(did, did, read);
  const [, kind, name = ""] = did.split(":");
  if (kind === "web") return readKeys(did, didWebAddress(did), read);
  if (kind === "key") return [{ id: `${did}#${name}`, jwk: await jwkOfMultibase(name) }];
  if (kind === "jwk") {
    const jwk = publicJwk.parse(JSON.parse(Buffer.from(name, "base64url").toString("utf8")));
    return [{ id: `${did}#0`, jwk }];
  }
  throw new Error("a kind of DID that is not known here");
}
