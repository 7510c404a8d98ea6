import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Factors } from "@/components/matching/factors";
import { MatchScore } from "@/components/matching/match-score";
import { BandBar } from "@/components/skills/band-bar";
import { roundedBand } from "@/components/skills/rounded-band";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { RankedRow } from "@/lib/matching/rankings/read-ranking";
import { compareRanked } from "@/lib/matching/rankings/show-ranking";

type Props = {
  params: Promise<{ organisation: string; id: string; locale: Locale }>;
  searchParams: Promise<{ c?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("compare.title") };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { organisation, id, locale } = await params;
  const { c = [] } = await searchParams;
  const actor = await requireSignIn(`/hire/${organisation}/rankings/${id}`);
  const chosen = { rankingId: id, candidates: [c].flat() };
  const { rows, title } = await orNotFound(compareRanked(actor, organisation, chosen));
  const t = await getTranslations("matching");
  const back = (
    <Link href={`/hire/${organisation}/rankings/${id}`} className={buttonClass("secondary")}>
      {t("compare.back")}
    </Link>
  );
  return (
    <Page title={t("compare.title")} aside={back}>
      {rows.length === 0 ? (
        <EmptyNote>{t("compare.none")}</EmptyNote>
      ) : (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,17rem),1fr))] gap-4">
          {rows.map((row) => (
            <Candidate key={row.candidate.id} row={row} title={title} locale={locale} />
          ))}
        </div>
      )}
    </Page>
  );
}

type CandidateProps = {
  row: RankedRow;
  title: Awaited<ReturnType<typeof compareRanked>>["title"];
  locale: Locale;
};

async function Candidate({ row, title, locale }: CandidateProps) {
  const t = await getTranslations("matching");
  const { candidate, rank } = row;
  return (
    <section className="min-w-0 rounded-lg border border-line bg-raised p-4">
      <h2 className="break-words font-semibold">
        {rank}. {candidate.masked ? t("row.blind", { name: candidate.name }) : candidate.name}
      </h2>
      <MatchScore result={row} />
      <h3 className="mt-4 font-medium text-sm">{t("compare.skills")}</h3>
      <ul className="grid gap-2">
        {candidate.skills.map(({ slug, band, claimedLevel, title: name }) => {
          const shown = band && roundedBand(band);
          const words = shown
            ? t("compare.band", { level: shown.level, low: shown.low, high: shown.high })
            : t("compare.claimed", { level: claimedLevel ?? 0 });
          return (
            <li key={slug} className="text-sm">
              <span className="break-words">{name[locale]}</span>{" "}
              <span className="text-muted tabular-nums">{words}</span>
              {shown ? <BandBar band={shown} label={`${name[locale]}: ${words}`} /> : null}
            </li>
          );
        })}
      </ul>
      <h3 className="mt-4 font-medium text-sm">{t("row.why")}</h3>
      <Factors result={row} title={title} locale={locale} />
    </section>
  );
}
