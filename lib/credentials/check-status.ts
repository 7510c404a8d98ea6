import { FetchError } from "@/lib/platform/guarded-fetch";
import { type BadgeDocument, type StatusEntry, statusListDocument } from "./parse-document";
import { claimsAgree, readClaims } from "./read-claims";
import { readStatusBit } from "./status-list";
import { type Check, check, type Read } from "./verification";
import { verifySignature } from "./verify-signature";

const TELLING = ["revocation", "suspension"];
const CODES: Record<string, string> = { revocation: "revoked", suspension: "suspended" };

/** What the issuer's status lists say of a credential now. */
export async function checkStatus(
  { credentialStatus, issuer }: BadgeDocument,
  read: Read,
  now: Date,
): Promise<Check> {
  if (!credentialStatus) return check("status", "holds", "status_none");
  const found: Check[] = [];
  for (const entry of credentialStatus) found.push(await checkEntry(entry, issuer.id, read, now));
  return (
    found.find(({ state }) => state === "fails") ??
    found.find(({ state }) => state === "unknown") ??
    check("status", "holds", "status_good")
  );
}

async function checkEntry(entry: StatusEntry, issuerId: string, read: Read, now: Date) {
  const { type, statusPurpose = "", statusListCredential: address, statusListIndex } = entry;
  if (type !== "BitstringStatusListEntry" || !address || !statusListIndex) {
    return check("status", "unknown", "status_unsupported", { type });
  }
  // A message, say, is no reason to refuse.
  if (!TELLING.includes(statusPurpose)) return check("status", "holds", "status_good");
  try {
    const list = await readList(address, issuerId, read, now);
    if (!list.statusPurpose.includes(statusPurpose)) {
      return check("status", "unknown", "status_unusable");
    }
    return readStatusBit(list.encodedList, Number(statusListIndex))
      ? check("status", "fails", CODES[statusPurpose] ?? "revoked")
      : check("status", "holds", "status_good");
  } catch (error) {
    const fault = error instanceof FetchError ? error.fault : "";
    const code = fault ? "status_unreachable" : "status_unusable";
    return check("status", "unknown", code, { fault });
  }
}

/** A list counts when it is signed by the issuer, is the one named and is still valid. */
async function readList(address: string, issuerId: string, read: Read, now: Date) {
  const credential = readClaims((await read(address)).bytes.toString("utf8"));
  const list = statusListDocument.parse(credential.document);
  if (list.issuer.id !== issuerId || (list.id !== undefined && list.id !== address)) {
    throw new Error("another list");
  }
  if (credential.format === "jwt" && !claimsAgree(credential.jwt, credential.document)) {
    throw new Error("a list that contradicts itself");
  }
  const until = list.validUntil ?? list.expirationDate;
  if (until && new Date(until) <= now) throw new Error("a list that has expired");
  const outcome = await verifySignature(credential, issuerId, read);
  if (outcome.state !== "holds" || outcome.bound !== "holds") throw new Error("not signed");
  return list.credentialSubject;
}
