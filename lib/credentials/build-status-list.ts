import { HOUR_MS } from "@/lib/platform/durations";
import { type CredentialDocument, timestamp } from "./build-credential";
import { CREDENTIALS_V2 } from "./bundled-contexts";
import { type Issuer, statusAddress } from "./issuer";
import { encodeStatusList } from "./status-list";

type Input = { issuer: Issuer; list: number; revoked: readonly number[]; at: Date };

const VALID_MS = 24 * HOUR_MS;

/** The Bitstring Status List credential of one list, not yet signed; it holds for a day. */
export function buildStatusList({ issuer, list, revoked, at }: Input): CredentialDocument {
  const address = statusAddress(issuer, list);
  return {
    "@context": [CREDENTIALS_V2],
    id: address,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: issuer.did,
    validFrom: timestamp(at),
    validUntil: timestamp(new Date(at.getTime() + VALID_MS)),
    credentialSubject: {
      id: `${address}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: encodeStatusList(revoked),
    },
  };
}
