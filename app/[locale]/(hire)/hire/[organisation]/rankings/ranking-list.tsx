import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { ListedRanking } from "@/lib/matching/rankings/list-rankings";
import { titleIn } from "@/lib/openings/opening-texts";

type Props = { organisation: string; rankings: ListedRanking[]; locale: Locale };

/** What was asked, each with its answer as it was then. */
export async function RankingList({ organisation, rankings, locale }: Props) {
  const t = await getTranslations("matching");
  const format = await getFormatter();
  return (
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
  );
}
