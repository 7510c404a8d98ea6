import { notFound } from "@/lib/platform/errors";
import { achievementMembers } from "./achievement-members";
import { CREDENTIALS_V2, OPEN_BADGES_V3 } from "./bundled-contexts";
import { requireIssuer } from "./issuer";
import { readAchievement } from "./read-achievement";

/**
 * An Open Badges 3.0 Achievement at the address that credentials name it by, as it is offered now.
 * Throws credential_not_found where it is no longer offered at that level.
 */
export async function achievementDocument(slug: string, level: string) {
  const issuer = requireIssuer();
  const rule = await readAchievement(slug);
  if (rule.level !== level) throw notFound("credential_not_found");
  return {
    "@context": [CREDENTIALS_V2, OPEN_BADGES_V3],
    ...achievementMembers(issuer, rule, rule.skills, "en"),
  };
}
