import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listAchievements } from "@/lib/credentials/read-achievement";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("achievement"))("title") };
}

export default async function AchievementsPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("achievement");
  const levels = await getTranslations("skill.levels");
  const all = await listAchievements();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {all.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="grid gap-4 md:grid-cols-2">
        {all.map(({ slug, level, title, description }) => (
          <li key={slug} className="rounded-lg border border-line bg-raised p-4">
            <Link href={`/achievements/${slug}`} className="font-medium text-accent underline">
              {title[locale]}
            </Link>
            <span className="text-muted text-sm"> · {levels(level)}</span>
            <p className="mt-1 text-sm">{description[locale]}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
