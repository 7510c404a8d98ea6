import { sign as signBytes } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import jsigs from "jsonld-signatures";
import { type CredentialDocument, timestamp } from "./build-credential";
import { documentLoader } from "./document-loader";
import type { Issuer } from "./issuer";
import type { SigningKey } from "./signing-key";

/** The name of a key within the issuer's did:web document. */
export const verificationMethodOf = (issuer: Issuer, keyId: string) => `${issuer.did}#${keyId}`;

/** The document with a Data Integrity proof by eddsa-rdfc-2022. The key must be an Ed25519 one. */
export async function signDataIntegrity(
  document: CredentialDocument,
  issuer: Issuer,
  key: SigningKey,
  at: Date,
): Promise<CredentialDocument> {
  const suite = new DataIntegrityProof({
    cryptosuite,
    date: timestamp(at),
    signer: {
      id: verificationMethodOf(issuer, key.id),
      algorithm: key.algorithm,
      sign: async ({ data }) => signBytes(null, data, key.privateKey),
    },
  });
  const purpose = new jsigs.purposes.AssertionProofPurpose();
  // The library adds to what it is given.
  const draft = structuredClone(document);
  return jsigs.sign(draft, { suite, purpose, documentLoader: documentLoader() });
}
