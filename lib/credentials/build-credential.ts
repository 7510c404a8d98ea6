import { createHash } from "node:crypto";
import { achievementMembers, achievementName } from "./achievement-members";
import { buildResults } from "./build-results";
import { CREDENTIALS_V2, OPEN_BADGES_V3 } from "./bundled-contexts";
import type { AchievementInput, EvidenceInput, SkillEstimate } from "./credential-input";
import { besideOther, type CredentialLocale, credentialTexts } from "./credential-texts";
import { credentialAddress, type Issuer, statusAddress } from "./issuer";

/** Who holds it. The address stands in it as a salted hash, which only who knows it can check. */
export type Holder = { id: string; name?: string; email?: string; salt: string };

export type BuildInput = {
  id: string;
  issuer: Issuer;
  locale: CredentialLocale;
  holder: Holder;
  achievement: AchievementInput;
  estimates: SkillEstimate[];
  evidence: EvidenceInput[];
  status: { list: number; index: number };
  validFrom: Date;
  validUntil?: Date;
};

export type CredentialDocument = { [member: string]: unknown };

/** The hash of an address as Open Badges asks for it. */
export const identityHash = (email: string, salt: string): string =>
  `sha256$${createHash("sha256")
    .update(email.trim().toLowerCase() + salt)
    .digest("hex")}`;

/** Whole seconds in UTC: a JWT's claims hold no finer time. */
export const timestamp = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** An Open Badges 3.0 credential on the Verifiable Credentials Data Model 2.0, not yet signed. */
export function buildCredential(input: BuildInput): CredentialDocument {
  const { issuer, locale } = input;
  const address = credentialAddress(issuer, input.id);
  const evidence = input.evidence.map(({ url, name }) => ({
    id: url,
    type: ["Evidence"],
    name,
    description: besideOther(locale, (one) => credentialTexts(one).evidence()),
  }));
  return {
    "@context": [CREDENTIALS_V2, OPEN_BADGES_V3],
    id: address,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: achievementName(input.achievement, locale),
    issuer: {
      id: issuer.did,
      type: ["Profile"],
      name: issuer.name,
      url: issuer.url,
      description: besideOther(locale, (one) => credentialTexts(one).issuer()),
    },
    validFrom: timestamp(input.validFrom),
    ...(input.validUntil && { validUntil: timestamp(input.validUntil) }),
    credentialSubject: subjectOf(input),
    ...(evidence.length > 0 && { evidence }),
    credentialStatus: {
      id: `${statusAddress(issuer, input.status.list)}#${input.status.index}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: String(input.status.index),
      statusListCredential: statusAddress(issuer, input.status.list),
    },
  };
}

function subjectOf({ issuer, locale, holder, achievement, estimates }: BuildInput) {
  const skills = estimates.map(({ skill, title }) => ({ slug: skill, title }));
  const members = achievementMembers(issuer, achievement, skills, locale);
  const built = estimates.map((estimate) => buildResults(members.id, estimate, locale));
  const identifier = identifiersOf(holder);
  return {
    id: holder.id,
    type: ["AchievementSubject"],
    ...(identifier.length > 0 && { identifier }),
    achievement: {
      ...members,
      resultDescription: built.flatMap(({ descriptions }) => descriptions),
    },
    result: built.flatMap(({ results }) => results),
  };
}

function identifiersOf({ name, email, salt }: Holder) {
  const entry = { type: "IdentityObject" };
  return [
    ...(name ? [{ ...entry, hashed: false, identityHash: name, identityType: "name" }] : []),
    ...(email
      ? [
          {
            ...{ ...entry, hashed: true, identityHash: identityHash(email, salt) },
            ...{ identityType: "emailAddress", salt },
          },
        ]
      : []),
  ];
}
