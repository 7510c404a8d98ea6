import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { SearchPageData } from "@/lib/matching/rankings/read-search-page";
import { RankingList } from "../rankings/ranking-list";

type Props = { organisation: string; found: SearchPageData; locale: Locale };

/** What was asked last, each with its answer as it was then. */
export async function Asked({ organisation, found, locale }: Props) {
  const t = await getTranslations("matching");
  const { rankings, moreRankings } = found;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t("search.recent")}</h2>
      {rankings.length === 0 ? (
        <p className="text-muted text-sm">{t("search.none")}</p>
      ) : (
        <RankingList organisation={organisation} rankings={rankings} locale={locale} />
      )}
      {moreRankings ? (
        <Link
          href={`/hire/${organisation}/rankings`}
          className="mt-3 mr-4 inline-block text-accent text-sm underline"
        >
          {t("search.all")}
        </Link>
      ) : null}
      <Link
        href={`/hire/${organisation}/saved`}
        className="mt-3 inline-block text-accent text-sm underline"
      >
        {t("saved.title")}
      </Link>
    </section>
  );
}
