import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { SearchPageData } from "@/lib/matching/rankings/read-search-page";
import { titleIn } from "@/lib/openings/opening-texts";

type Props = { organisation: string; rankings: SearchPageData["rankings"]; locale: Locale };

/** What was asked last, each with its answer as it was then. */
export async function Asked({ organisation, rankings, locale }: Props) {
  const t = await getTranslations("matching");
  const format = await getFormatter();
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t("search.recent")}</h2>
      {rankings.length === 0 ? (
        <p className="text-muted text-sm">{t("search.none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {rankings.map(({ id, opening, text, conditions, createdAt }) => (
            <li key={id} className="p-3">
              <Link
                href={`/hire/${organisation}/rankings/${id}`}
                className="line-clamp-2 break-words text-accent underline"
              >
                {opening ? titleIn(opening, locale) : text || t("search.byConditions")}
              </Link>
              <p className="text-muted text-sm">
                {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })} ·{" "}
                {t("search.conditions", { count: conditions })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Link
        href={`/hire/${organisation}/saved`}
        className="mt-3 inline-block text-accent text-sm underline"
      >
        {t("saved.title")}
      </Link>
    </section>
  );
}
