import type { BadgeDocument } from "./parse-document";

export type Described = {
  achievement: string;
  description: string;
  holder: string;
  issuer: string;
  /** What was measured and how it came out, in the issuer's words. */
  results: { name: string; value: string }[];
};

/** What a credential says, for people. */
export function describeDocument({ credentialSubject, issuer }: BadgeDocument): Described {
  const { achievement, identifier = [], result = [], id = "" } = credentialSubject;
  const name = identifier.find(({ hashed, identityType }) => !hashed && identityType === "name");
  const names = new Map(achievement.resultDescription?.map((one) => [one.id, one.name]));
  return {
    achievement: achievement.name,
    description: achievement.description,
    holder: name?.identityHash ?? id,
    issuer: issuer.name ? `${issuer.name} (${issuer.id})` : issuer.id,
    results: result.flatMap(({ resultDescription = "", value }) =>
      value === undefined ? [] : [{ name: names.get(resultDescription) ?? "", value }],
    ),
  };
}
