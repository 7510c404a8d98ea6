import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orLimit } from "@/app/_session/or-limit";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CandidateView } from "@/components/candidates/candidate-view";
import { LimitPage } from "@/components/limit-page";
import { Factors } from "@/components/matching/factors";
import { MatchScore } from "@/components/matching/match-score";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { openRanked } from "@/lib/matching/rankings/open-ranked";
import { titleIn } from "@/lib/openings/opening-texts";
import { DomainError } from "@/lib/platform/errors";
import { ShortlistForm } from "../../shortlist-form";

type Props = {
  params: Promise<{ locale: Locale; organisation: string; id: string; candidate: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("opened.title") };
}

/** Somebody whom a ranking found, before anybody works on him: his profile beside his rank. */
export default async function OpenedPage({ params }: Props) {
  const { locale, organisation, id, candidate } = await params;
  const ranking = `/hire/${organisation}/rankings/${id}`;
  const actor = await requireSignIn(`${ranking}/candidates/${candidate}`);
  const asked = { rankingId: id, candidate };
  const opened = await orLimit(orNotFound(openRanked(actor, organisation, asked)));
  const t = await getTranslations("matching");
  if (opened instanceof DomainError) {
    return <LimitPage title={t("opened.title")} refusal={opened} />;
  }
  const { row, title, considered, free, recruits } = opened;
  const back = (
    <Link href={ranking} className={buttonClass("secondary")}>
      {t("compare.back")}
    </Link>
  );
  return (
    <Page title={row.candidate.name} lead={t("opened.rank", { rank: row.rank })} aside={back}>
      <div className="grid gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section className="grid min-w-0 content-start gap-3">
          <h2 className="font-semibold text-lg">{(await getTranslations("hiring"))("profile")}</h2>
          <CandidateView candidate={row.candidate} locale={locale} />
        </section>
        <div className="grid min-w-0 content-start gap-8">
          {considered.length > 0 ? (
            <section className="grid gap-2">
              <h2 className="font-semibold text-lg">{t("opened.considered")}</h2>
              <ul className="grid gap-1">
                {considered.map((opening) => (
                  <li key={opening.id}>
                    <Link
                      href={`/hire/${organisation}/openings/${opening.id}/candidates/${candidate}`}
                      className="break-words text-accent underline"
                    >
                      {titleIn(opening, locale) || opening.id}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {recruits ? (
            <ShortlistForm
              organisation={organisation}
              candidate={candidate}
              openings={free}
              choose
              locale={locale}
            />
          ) : null}
          <section className="min-w-0">
            <h2 className="mb-2 font-semibold text-lg">{t("row.why")}</h2>
            <MatchScore result={row} />
            <Factors result={row} title={title} locale={locale} />
          </section>
        </div>
      </div>
    </Page>
  );
}
