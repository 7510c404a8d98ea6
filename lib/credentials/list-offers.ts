import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { credentialRules } from "@/lib/content/credential-rules";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { ownIssuer } from "./issuer";
import { shortfalls } from "./meets-rule";
import { listCredentials } from "./read-credential";
import { readStanding } from "./read-standing";

/** Every credential on offer: what the actor holds of it, and what is missing otherwise. */
export async function listOffers(actor: Actor) {
  const { userId } = requireUser(actor);
  const [rules, held, standing, skills] = await Promise.all([
    credentialRules(),
    listCredentials(actor),
    readStanding(userId),
    listSkills(),
  ]);
  const titleOf = titlesOf(skills);
  return {
    /** False while the installation has no public address to issue under. */
    issues: ownIssuer() !== null,
    offers: rules.map((rule) => ({
      slug: rule.slug,
      level: rule.level,
      title: rule.title,
      criteria: rule.criteria,
      held: held.filter(({ achievement }) => achievement === rule.slug),
      missing: shortfalls(rule, standing).map((one) =>
        "skill" in one ? { ...one, title: titleOf(one.skill) } : one,
      ),
    })),
  };
}
export type Offers = Awaited<ReturnType<typeof listOffers>>;
