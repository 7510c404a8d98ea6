import type { CredentialRule } from "@/lib/content/credential-rules";
import { localized } from "@/lib/content/schemas";
import { shownLevel } from "@/lib/measurement/estimate";
import { measurementParameters } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import { YEAR_MS } from "@/lib/platform/durations";
import { showInPlaceOf } from "@/lib/profiles/show-in-place-of";
import { aboveLevels } from "@/lib/skills/shown-estimate";
import { issueCredential } from "./issue-credential";
import type { Issuer } from "./issuer";
import { mailCredential } from "./mail-credential";
import { bearingOn } from "./meets-rule";
import type { KnownStanding } from "./read-standing";

/**
 * Issues what a learner has earned under a rule, and writes to him. `earlier`: ids of what he was
 * issued for it before; by their number the occasion is another one, be it after a renewal or a
 * revocation.
 */
export async function awardCredential(
  issuer: Issuer,
  userId: string,
  rule: CredentialRule,
  standing: KnownStanding,
  earlier: readonly string[],
): Promise<void> {
  const bearing = bearingOn(rule, standing.shown);
  const { slug, level, title, description, criteria } = rule;
  const { id, isNew } = await issueCredential(
    { kind: "system" },
    {
      ...{ userId, occasion: `${userId}:${slug}:${earlier.length}` },
      submissions: bearing.map(({ submission }) => submission),
      achievement: { slug, level, title, description, criteria },
      estimates: await estimatesFor(userId, rule),
      evidence: bearing.map(({ challenge }) => ({
        url: `${issuer.url}/en/challenges/${challenge}`,
        name: challenge,
      })),
      validUntil: new Date(Date.now() + rule.valid_years * YEAR_MS),
    },
  );
  if (!isNew) return;
  await showInPlaceOf(earlier, id);
  await mailCredential("credentialIssued", id);
}

/** The figures of the rule's skills, on the scale that is shown. */
async function estimatesFor(userId: string, { skills, level }: CredentialRule) {
  const [rows, named] = await Promise.all([
    db().skillEstimate.findMany({
      where: { userId, skillSlug: { in: skills } },
      include: { model: true },
    }),
    db().skill.findMany({ where: { slug: { in: skills } } }),
  ]);
  return rows.map(({ skillSlug, mean, low, high, above, model }) => ({
    ...{ skill: skillSlug, level, mean: shownLevel(mean), low: shownLevel(low) },
    title: localized.parse(named.find(({ slug }) => slug === skillSlug)?.title),
    high: shownLevel(high),
    probability: aboveLevels.parse(above)[level],
    cut: shownLevel(measurementParameters.parse(model.parameters).cuts[level]),
  }));
}
