import { identityHash } from "./build-credential";
import { checkStatus } from "./check-status";
import { type BadgeDocument, badgeDocument, type IdentityObject } from "./parse-document";
import { claimsAgree, type ReadCredential } from "./read-claims";
import { type Check, type CheckState, check, type Read } from "./verification";
import { verifySignature } from "./verify-signature";

export type Verification = {
  /** Undecided where nothing fails but something could not be found out. */
  verdict: "valid" | "invalid" | "undecided";
  checks: Check[];
  /** What the credential says; believe it only where it is valid. */
  document?: BadgeDocument;
};

export type VerifyOptions = {
  read: Read;
  now?: Date;
  /** Asks whether the credential was issued to the owner of this address. */
  email?: string;
};

const SKEW_MS = 60_000;

/** Looks at everything that can be wrong with a credential, one thing at a time. */
export async function verifyDocument(
  credential: ReadCredential,
  { read, now = new Date(), email }: VerifyOptions,
): Promise<Verification> {
  const parsed = check("parse", "holds", "parsed", { format: credential.format });
  const schema = badgeDocument.safeParse(credential.document);
  if (!schema.success) {
    const at = schema.error.issues[0]?.path.join(".") || "@context, type";
    return conclude([parsed, check("schema", "fails", "schema_wrong", { at })]);
  }
  const document = schema.data;
  if (credential.format === "jwt" && !claimsAgree(credential.jwt, credential.document)) {
    return conclude([parsed, check("schema", "fails", "claims_differ")], document);
  }
  return conclude(
    [
      parsed,
      check("schema", "holds", "schema_right"),
      ...(await checkSignature(credential, document, read)),
      await checkStatus(document, read, now),
      checkDates(document, now),
      checkSubject(document, email),
    ],
    document,
  );
}

const rank: Record<CheckState, number> = { holds: 0, unknown: 1, fails: 2 };
const VERDICTS = ["valid", "undecided", "invalid"] as const;

/** Who holds it is left to the reader, so that an unasked question decides nothing. */
export function conclude(checks: Check[], document?: BadgeDocument): Verification {
  const weighty = checks.filter(({ name, state }) => name !== "subject" || state === "fails");
  const worst = Math.max(...weighty.map(({ state }) => rank[state]));
  return { verdict: VERDICTS[worst] ?? "invalid", checks, ...(document && { document }) };
}

async function checkSignature(
  credential: ReadCredential,
  { issuer }: BadgeDocument,
  read: Read,
): Promise<Check[]> {
  const outcome = await verifySignature(credential, issuer.id, read);
  const params = { issuer: issuer.id, name: issuer.name ?? issuer.id };
  if (outcome.state !== "holds") {
    const { state, code, detail = "" } = outcome;
    return [
      check("signature", state, code, { detail }),
      check("issuer", "unknown", "issuer_unproven", params),
    ];
  }
  const { suite, key, bound } = outcome;
  return [
    check("signature", "holds", "signature_right", { suite, key }),
    check("issuer", bound, `issuer_${bound}`, params),
  ];
}

/** The earliest end: its own, or that of a proof. */
function endOf({ validUntil, expirationDate, proof = [] }: BadgeDocument): string | undefined {
  const ends = [validUntil ?? expirationDate, ...proof.map(({ expires }) => expires)];
  return ends
    .filter((end) => end !== undefined)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
}

function checkDates(document: BadgeDocument, now: Date): Check {
  const from = document.validFrom ?? document.issuanceDate ?? "";
  const until = endOf(document);
  const params = { from, ...(until && { until }) };
  if (new Date(from).getTime() > now.getTime() + SKEW_MS) {
    return check("dates", "fails", "not_yet_valid", params);
  }
  if (until && new Date(until) <= now) return check("dates", "fails", "expired", params);
  return check("dates", "holds", until ? "valid_until" : "valid_always", params);
}

const isOf = (email: string, { hashed, identityHash: value, identityType, salt }: IdentityObject) =>
  identityType === "emailAddress" &&
  (hashed
    ? value === identityHash(email, salt ?? "")
    : value.toLowerCase() === email.toLowerCase());

function checkSubject({ credentialSubject }: BadgeDocument, email?: string): Check {
  const identifiers = credentialSubject.identifier ?? [];
  const name = identifiers.find(({ hashed, identityType }) => !hashed && identityType === "name");
  const params = { name: name?.identityHash ?? credentialSubject.id ?? "" };
  if (!email) return check("subject", "unknown", "subject_unasked", params);
  const addresses = identifiers.filter(({ identityType }) => identityType === "emailAddress");
  if (addresses.length === 0) return check("subject", "unknown", "subject_unnamed", params);
  return addresses.some((one) => isOf(email, one))
    ? check("subject", "holds", "subject_right", params)
    : check("subject", "fails", "subject_wrong", params);
}
