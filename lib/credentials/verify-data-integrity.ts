import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import jsigs from "jsonld-signatures";
import { z } from "zod";
import type { CredentialDocument } from "./build-credential";
import { BUNDLED_CONTEXTS, MULTIKEY_V1 } from "./bundled-contexts";
import { documentLoader } from "./document-loader";
import { indirectMember } from "./plain-members";
import { isEd25519, multibaseOf } from "./public-key";
import { resolveDid } from "./resolve-did";
import type { Read } from "./verification";
import type { SignatureOutcome } from "./verify-signature";

const SUITE = "eddsa-rdfc-2022";

const proof = z.looseObject({
  type: z.literal("DataIntegrityProof"),
  cryptosuite: z.literal(SUITE),
  proofPurpose: z.literal("assertionMethod"),
  verificationMethod: z.string(),
  proofValue: z.string(),
});

/** Whoever may define terms in the document itself may also make it say something else. */
const isKnown = (context: unknown) => typeof context === "string" && BUNDLED_CONTEXTS.has(context);

/** Finds nested contexts too: they count wherever they stand. */
function contextsOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "@context" ? [inner].flat() : contextsOf(inner),
  );
}

/**
 * Checks the document's proof by eddsa-rdfc-2022; proofs of other kinds are left aside. Throws
 * where the key cannot be had.
 */
export async function verifyDataIntegrity(
  document: CredentialDocument,
  issuerId: string,
  read: Read,
): Promise<SignatureOutcome> {
  if (document.proof === undefined) return { state: "fails", code: "proof_missing" };
  const proofs = [document.proof].flat().map((one) => proof.safeParse(one));
  const found = proofs.find((one) => one.success)?.data;
  if (!found) return { state: "unknown", code: "proof_unsupported" };
  const unknown = contextsOf(document).find((one) => !isKnown(one));
  if (unknown !== undefined) {
    const detail = typeof unknown === "string" ? unknown : "{ }";
    return { state: "unknown", code: "context_unknown", detail };
  }
  const indirect = indirectMember(document);
  if (indirect) return { state: "unknown", code: "member_indirect", detail: indirect };
  const controller = found.verificationMethod.split("#")[0] ?? "";
  const keys = await resolveDid(controller, read);
  const key = keys.find(({ id }) => id === found.verificationMethod);
  if (!key || !isEd25519(key.jwk)) return { state: "fails", code: "key_not_issuers" };
  const method = {
    "@context": MULTIKEY_V1,
    id: key.id,
    type: "Multikey",
    controller,
    publicKeyMultibase: await multibaseOf(key.jwk),
  };
  const { verified } = await jsigs.verify(structuredClone({ ...document, proof: found }), {
    suite: new DataIntegrityProof({ cryptosuite }),
    purpose: new jsigs.purposes.AssertionProofPurpose({
      controller: { id: controller, assertionMethod: [key.id] },
    }),
    documentLoader: documentLoader(new Map([[key.id, method]])),
  });
  if (!verified) return { state: "fails", code: "signature_wrong" };
  const bound = controller === issuerId ? "holds" : "fails";
  return { state: "holds", suite: SUITE, key: key.id, bound };
}
