import { type Localized, localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** The skill map, in its order, for everybody. */
export async function listSkills() {
  const rows = await db().skill.findMany({ orderBy: { position: "asc" } });
  return rows.map(({ slug, pillar, title, description }) => ({
    ...{ slug, pillar, title: localized.parse(title), description: localized.parse(description) },
  }));
}

export type MappedSkill = Awaited<ReturnType<typeof listSkills>>[number];

/** Titles by slug. A skill that has left the map goes by its slug. */
export function titlesOf(skills: readonly MappedSkill[]): (slug: string) => Localized {
  const known = new Map(skills.map(({ slug, title }) => [slug, title]));
  return (slug) => known.get(slug) ?? { en: slug, zh: slug };
}

/** One skill of the map. Throws skill_not_found. */
export async function describeSkill(slug: string) {
  const found = (await listSkills()).find((one) => one.slug === slug);
  if (!found) throw notFound("skill_not_found");
  return found;
}
