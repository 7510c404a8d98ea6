import { z } from "zod";
import { CREDENTIALS_V1, CREDENTIALS_V2 } from "./bundled-contexts";

const OPEN_BADGES = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.\d+)?\.json$/;

const oneOrMore = <T extends z.ZodType>(schema: T) =>
  z.union([schema, z.array(schema).min(1)]).transform((value) => [value].flat() as z.output<T>[]);

const time = z.iso.datetime({ offset: true });

const profile = z.looseObject({ id: z.string(), name: z.string().optional() });

export const statusEntry = z.looseObject({
  type: z.string(),
  statusPurpose: z.string().optional(),
  statusListIndex: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  statusListCredential: z.url().optional(),
});
export type StatusEntry = z.infer<typeof statusEntry>;

const identityObject = z.looseObject({
  hashed: z.boolean(),
  identityHash: z.string(),
  identityType: z.string(),
  salt: z.string().optional(),
});
export type IdentityObject = z.infer<typeof identityObject>;

const result = z.looseObject({
  resultDescription: z.string().optional(),
  value: z.string().optional(),
});

const achievement = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  criteria: z.looseObject({ id: z.string().optional(), narrative: z.string().optional() }),
  resultDescription: oneOrMore(z.looseObject({ id: z.string(), name: z.string() })).optional(),
});

const subject = z.looseObject({
  id: z.string().optional(),
  identifier: oneOrMore(identityObject).optional(),
  achievement,
  result: oneOrMore(result).optional(),
});

/** What every verifiable credential has, whatever it says. */
const anyCredential = z.looseObject({
  "@context": z
    .array(z.unknown())
    .refine(([first]) => first === CREDENTIALS_V2 || first === CREDENTIALS_V1),
  id: z.string().optional(),
  type: oneOrMore(z.string()).refine((types) => types.includes("VerifiableCredential")),
  issuer: z.union([z.string().transform((id) => ({ id, name: undefined })), profile]),
  validFrom: time.optional(),
  validUntil: time.optional(),
  issuanceDate: time.optional(),
  expirationDate: time.optional(),
  proof: oneOrMore(z.looseObject({ expires: time.optional() })).optional(),
});

/** An Open Badges 3.0 credential, as far as it is looked at. */
export const badgeDocument = anyCredential
  .extend({
    id: z.string(),
    name: z.string().optional(),
    credentialSubject: subject,
    credentialStatus: oneOrMore(statusEntry).optional(),
    evidence: oneOrMore(
      z.looseObject({ id: z.string().optional(), name: z.string().optional() }),
    ).optional(),
  })
  .refine(({ type }) => type.some((one) => /^(OpenBadge|Achievement)Credential$/.test(one)))
  .refine((document) =>
    document["@context"].some((one) => typeof one === "string" && OPEN_BADGES.test(one)),
  )
  .refine(({ validFrom, issuanceDate }) => (validFrom ?? issuanceDate) !== undefined);
export type BadgeDocument = z.infer<typeof badgeDocument>;

export const statusListDocument = anyCredential
  .extend({
    credentialSubject: z.looseObject({
      type: z.literal("BitstringStatusList"),
      statusPurpose: oneOrMore(z.string()),
      encodedList: z.string(),
    }),
  })
  .refine(({ type }) => type.includes("BitstringStatusListCredential"));
