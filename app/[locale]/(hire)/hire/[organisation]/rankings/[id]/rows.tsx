import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import type { Locale } from "@/i18n/routing";
import type { ShownRanking } from "@/lib/matching/rankings/show-ranking";
import { COMPARE, RankedCandidate } from "./ranked-candidate";

type Props = { ranking: ShownRanking; organisation: string; locale: Locale };

/** The candidates, best first; up to four are ticked to stand side by side. */
export async function Rows({ ranking, organisation, locale }: Props) {
  const t = await getTranslations("matching");
  if (ranking.rows.length === 0) return null;
  return (
    <div>
      <ol className="grid gap-3">
        {ranking.rows.map((row) => (
          <RankedCandidate
            key={row.candidate.id}
            row={row}
            ranking={ranking}
            organisation={organisation}
            locale={locale}
          />
        ))}
      </ol>
      {ranking.limit !== null && ranking.rows.length + ranking.gone >= ranking.limit ? (
        <p className="mt-2 text-muted text-sm">{t("ranking.limit", { n: ranking.limit })}</p>
      ) : null}
      <form
        id={COMPARE}
        action={`/${locale}/hire/${organisation}/rankings/${ranking.id}/compare`}
        className="sticky bottom-0 mt-3 border-line border-t bg-paper py-3"
      >
        <button type="submit" className={buttonClass("secondary")}>
          {t("compare.submit")}
        </button>
        <span className="ml-3 text-muted text-sm">{t("compare.hint")}</span>
      </form>
    </div>
  );
}
