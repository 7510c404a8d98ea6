import type { Issuer } from "./issuer";
import { isEd25519, multibaseOf } from "./public-key";
import { verificationMethodOf } from "./sign-data-integrity";
import type { PublishedKey } from "./signing-key";

/** The name that a key has as a JSON Web Key, beside the one it has as a Multikey. */
const jwkMethodOf = (issuer: Issuer, { id }: PublishedKey) =>
  `${verificationMethodOf(issuer, id)}-jwk`;

async function methodsOf(issuer: Issuer, key: PublishedKey) {
  const controller = issuer.did;
  const jwk = {
    id: jwkMethodOf(issuer, key),
    type: "JsonWebKey",
    controller,
    publicKeyJwk: key.publicJwk,
  };
  if (!isEd25519(key.publicJwk)) return [jwk];
  const publicKeyMultibase = await multibaseOf(key.publicJwk);
  const id = verificationMethodOf(issuer, key.id);
  return [{ id, type: "Multikey", controller, publicKeyMultibase }, jwk];
}

/** The issuer's did:web document: every key that verifies, older ones too. */
export async function didDocument(issuer: Issuer, keys: PublishedKey[]) {
  const methods = (await Promise.all(keys.map((key) => methodsOf(issuer, key)))).flat();
  return {
    "@context": [
      "https://www.w3.org/ns/did/v1",
      "https://w3id.org/security/multikey/v1",
      "https://w3id.org/security/jwk/v1",
    ],
    id: issuer.did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
