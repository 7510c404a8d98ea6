import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pillarNames } from "@/components/skills/pillar-names";
import { Page } from "@/components/ui/page";
import type { Locale } from "@/i18n/routing";
import { listSkills } from "@/lib/skills/list-skills";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("skill.map"))("title") };
}

/** Every skill by pillar; each can be linked to by its slug. */
export default async function SkillMapPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("skill");
  const nameOf = await pillarNames();
  const skills = await listSkills();
  const pillars = [...new Set(skills.map(({ pillar }) => pillar))];
  return (
    <Page title={t("map.title")} lead={t("map.lead", { n: skills.length })}>
      <div className="grid gap-6">
        {pillars.map((pillar) => (
          <section key={pillar} className="rounded-lg border border-line bg-raised p-4">
            <h2 className="mb-3 font-semibold">{nameOf(pillar)}</h2>
            <dl className="grid gap-4 md:grid-cols-2">
              {skills
                .filter((skill) => skill.pillar === pillar)
                .map(({ slug, title, description }) => (
                  <div key={slug} id={slug} className="scroll-mt-20 target:bg-accent-soft">
                    <dt className="font-medium">{title[locale]}</dt>
                    <dd className="text-muted text-sm">{description[locale]}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Page>
  );
}
