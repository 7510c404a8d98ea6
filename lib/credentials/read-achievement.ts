import { type CredentialRule, credentialRules } from "@/lib/content/credential-rules";
import { notFound } from "@/lib/platform/errors";
import { listSkills } from "@/lib/skills/list-skills";

/** Every credential on offer and what it stands for, for everybody; in the order of the rules. */
export async function listAchievements() {
  const [rules, skills] = await Promise.all([credentialRules(), listSkills()]);
  return rules.map((rule) => ({ ...rule, skills: skills.filter((one) => bearsOn(rule, one)) }));
}

/** One of them. Throws credential_not_found. */
export async function readAchievement(slug: string) {
  const found = (await listAchievements()).find((one) => one.slug === slug);
  if (!found) throw notFound("credential_not_found");
  return found;
}

const bearsOn = (rule: CredentialRule, { slug }: { slug: string }) => rule.skills.includes(slug);
