import { getTranslations } from "next-intl/server";
import { Factors } from "@/components/matching/factors";
import { MatchScore } from "@/components/matching/match-score";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { nameOf } from "@/lib/candidates/code-names";
import type { RankedRow } from "@/lib/matching/rankings/read-ranking";
import type { ShownRanking } from "@/lib/matching/rankings/show-ranking";
import { ShortlistForm } from "./shortlist-form";

type Props = { row: RankedRow; ranking: ShownRanking; organisation: string; locale: Locale };

const PROVEN = 0.5;
/** The form that the ticks belong to; a row has one of its own. */
export const COMPARE = "compare";

/** One glance: match and interval, proven against claimed, strongest evidence, gaps, last active. */
export async function RankedCandidate({ row, ranking, organisation, locale }: Props) {
  const t = await getTranslations("matching");
  const { candidate, rank, skills } = row;
  const whole = (share: number) => Math.round(100 * share);
  const name = candidate.masked ? t("row.blind", { name: candidate.name }) : candidate.name;
  const other = locale === "en" ? candidate.texts.zh : candidate.texts.en;
  const headline = candidate.texts[locale]?.headline || other?.headline || "";
  const proven = skills.filter((one) => one.by === "evidence" && one.probability >= PROVEN).length;
  const gaps = skills.filter((one) => one.must && one.probability < PROVEN);
  const strongest = candidate.skills
    .flatMap(({ evidence }) => evidence)
    .sort((a, b) => b.score - a.score)[0];
  const href = `/hire/${organisation}/rankings/${ranking.id}/candidates/${candidate.id}`;
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">
            <span className="mr-2 text-muted tabular-nums">{rank}.</span>
            <Link href={href} className="break-words text-accent underline">
              {name}
            </Link>
          </p>
          {headline ? <p className="break-words">{headline}</p> : null}
          <p className="text-muted text-sm">
            {[
              candidate.country ? nameOf("region", candidate.country, locale) : "",
              candidate.workPlaces.map((place) => t(`workPlaces.${place}`)).join(" / "),
              t(`availability.${candidate.availability}`),
              t(`active.${candidate.lastActive}`),
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </p>
        </div>
        <div className="w-full sm:w-64">
          <MatchScore result={row} />
        </div>
      </div>
      <ul className="mt-3 grid gap-1 text-sm sm:grid-cols-3">
        {skills.length > 0 ? <li>{t("row.proven", { proven, asked: skills.length })}</li> : null}
        <li className="break-words">
          {strongest
            ? t("row.evidence", {
                title: strongest.title[locale],
                score: whole(strongest.score),
              })
            : t("row.noEvidence")}
        </li>
        {skills.length > 0 ? (
          <li className="break-words">
            {gaps.length > 0
              ? t("row.gaps", {
                  skills: gaps.map(({ slug }) => ranking.title(slug)[locale]).join(t("row.and")),
                })
              : t("row.noGaps")}
          </li>
        ) : null}
      </ul>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <label className="flex min-h-7 items-center gap-2 text-sm">
          <input
            type="checkbox"
            name="c"
            form={COMPARE}
            value={row.candidate.id}
            className="size-4 accent-accent"
          />
          {t("compare.tick", { name })}
        </label>
        {ranking.opening ? (
          <ShortlistForm
            organisation={organisation}
            candidate={candidate.id}
            openings={[ranking.opening]}
            locale={locale}
          />
        ) : null}
      </div>
      <details className="mt-1">
        <summary className="cursor-pointer font-medium text-sm">{t("row.why")}</summary>
        <Factors result={row} title={ranking.title} locale={locale} />
      </details>
    </li>
  );
}
