import { notFound } from "@/lib/platform/errors";
import { CREDENTIALS_V2, OPEN_BADGES_V3 } from "./bundled-contexts";
import { besideOther, credentialTexts, inBoth } from "./credential-texts";
import { achievementAddress, requireIssuer, skillAddress } from "./issuer";
import { readAchievement } from "./read-achievement";

/**
 * An Open Badges 3.0 Achievement at the address that credentials name it by, as it is offered now.
 * Throws credential_not_found where it is no longer offered at that level.
 */
export async function achievementDocument(slug: string, level: string) {
  const issuer = requireIssuer();
  const rule = await readAchievement(slug);
  if (rule.level !== level) throw notFound("credential_not_found");
  const { title, description, criteria, skills } = rule;
  return {
    "@context": [CREDENTIALS_V2, OPEN_BADGES_V3],
    id: achievementAddress(issuer, { slug, level }),
    type: ["Achievement"],
    achievementType: "Competency",
    name: besideOther("en", (one) => credentialTexts(one).name(title, rule.level)),
    description: inBoth("en", (one) => description[one]),
    criteria: {
      narrative: inBoth("en", (one) => credentialTexts(one).criteria(criteria)),
    },
    alignment: skills.map((skill) => ({
      type: ["Alignment"],
      targetName: besideOther("en", (one) => skill.title[one]),
      targetUrl: skillAddress(issuer, skill.slug),
      targetCode: skill.slug,
      targetFramework: issuer.name,
    })),
  };
}
