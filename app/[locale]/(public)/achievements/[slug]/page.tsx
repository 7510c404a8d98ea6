import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { buttonClass } from "@/components/ui/button";
import { FactList } from "@/components/ui/fact-list";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readAchievement } from "@/lib/credentials/read-achievement";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  return { title: (await orNotFound(readAchievement(slug))).title[locale] };
}

export default async function AchievementPage({ params }: Props) {
  const { slug, locale } = await params;
  const one = await orNotFound(readAchievement(slug));
  const t = await getTranslations("achievement");
  const levels = await getTranslations("skill.levels");
  const format = await getFormatter();
  const back = (
    <Link href="/achievements" className={buttonClass("secondary")}>
      {t("back")}
    </Link>
  );
  const facts = [
    [t("level"), levels(one.level)],
    [t("sure"), format.number(one.probability, { style: "percent" })],
    [t("evidence"), t("challenges", { n: one.least_evidence })],
    [t("supervised"), t(one.supervised ? "yes" : "no")],
    [t("valid"), t("years", { n: one.valid_years })],
  ] as const;
  return (
    <Page title={one.title[locale]} lead={one.description[locale]} aside={back}>
      <div className="grid max-w-3xl gap-6">
        <section className="rounded-lg border border-line bg-raised p-4">
          <h2 className="mb-2 font-semibold">{t("criteria")}</h2>
          <p className="mb-4">{one.criteria[locale]}</p>
          <FactList facts={facts} />
        </section>
        <section className="rounded-lg border border-line bg-raised p-4">
          <h2 className="mb-2 font-semibold">{t("skills")}</h2>
          <dl className="grid gap-3">
            {one.skills.map((skill) => (
              <div key={skill.slug}>
                <dt className="font-medium">{skill.title[locale]}</dt>
                <dd className="text-muted text-sm">{skill.description[locale]}</dd>
              </div>
            ))}
          </dl>
        </section>
        <p className="text-sm">
          {t("how")}{" "}
          <Link href="/method" className="text-accent underline">
            {t("method")}
          </Link>
        </p>
      </div>
    </Page>
  );
}
