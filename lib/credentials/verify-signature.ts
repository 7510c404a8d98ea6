import { FetchError } from "@/lib/platform/guarded-fetch";
import type { ReadCredential } from "./read-claims";
import type { CheckState, Read } from "./verification";
import { verifyDataIntegrity } from "./verify-data-integrity";
import { verifyJwt } from "./verify-jwt";

/** What became of a signature, and whether its key is the issuer's. */
export type SignatureOutcome =
  | { state: "holds"; suite: string; key: string; bound: CheckState }
  | { state: "fails" | "unknown"; code: string; detail?: string };

/** Checks the signature of either format with the keys of the issuer that the document names. */
export async function verifySignature(
  credential: ReadCredential,
  issuerId: string,
  read: Read,
): Promise<SignatureOutcome> {
  try {
    return credential.format === "jwt"
      ? await verifyJwt(credential, issuerId, read)
      : await verifyDataIntegrity(credential.document, issuerId, read);
  } catch (error) {
    if (error instanceof FetchError) {
      return { state: "unknown", code: "key_unreachable", detail: error.fault };
    }
    return { state: "unknown", code: "key_unusable" };
  }
}
