import { getTranslations } from "next-intl/server";

/** What a pillar is called in the reader's language; one that has no name goes by its slug. */
export async function pillarNames(): Promise<(slug: string) => string> {
  const t = await getTranslations("skill");
  return (slug) => (t.has(`pillars.${slug}`) ? t(`pillars.${slug}` as "pillars.A") : slug);
}
