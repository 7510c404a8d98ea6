import { credentialRules } from "@/lib/content/credential-rules";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** What a credential on offer stands for, for everybody. Throws credential_not_found. */
export async function readAchievement(slug: string) {
  const rule = (await credentialRules()).find((one) => one.slug === slug);
  if (!rule) throw notFound("credential_not_found");
  const rows = await db().skill.findMany({
    where: { slug: { in: rule.skills } },
    orderBy: { position: "asc" },
  });
  const skills = rows.map((row) => ({
    ...{ slug: row.slug, title: localized.parse(row.title) },
    description: localized.parse(row.description),
  }));
  return { ...rule, skills };
}

/** Every credential on offer, in the order of the rules. */
export async function listAchievements() {
  const rules = await credentialRules();
  return Promise.all(rules.map(({ slug }) => readAchievement(slug)));
}
