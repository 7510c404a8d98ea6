import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { MoreLink } from "@/components/ui/more-link";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listCandidacies } from "@/lib/hiring/list-candidacies";
import { STAGES } from "@/lib/hiring/stages";
import { titleIn } from "@/lib/openings/opening-texts";
import { CandidacyCard } from "./candidacy-card";
import { StageFilter } from "./stage-filter";

/** Divides by one, two and three columns of cards. */
const ON_A_PAGE = 60;

type Props = {
  params: Promise<{ locale: Locale; organisation: string; id: string }>;
  searchParams: Promise<{ stage?: string | string[]; cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring"))("candidates") };
}

export default async function CandidatesPage({ params, searchParams }: Props) {
  const { locale, organisation, id } = await params;
  const opening = `/hire/${organisation}/openings/${id}`;
  const path = `${opening}/candidates`;
  const actor = await requireSignIn(path);
  const { stage: asked, cursor } = await searchParams;
  const chosen = STAGES.find((one) => one === asked);
  const list = await orNotFound(
    listCandidacies(
      actor,
      { organisation, opening: id },
      { stage: chosen, cursor: oneOf(cursor), limit: ON_A_PAGE },
    ),
  );
  const t = await getTranslations("hiring");
  const { candidacies, counts, next } = list;
  const total = STAGES.reduce((sum, stage) => sum + counts[stage], 0);
  const ways = (
    <div className="flex flex-wrap gap-2">
      <Link href={opening} className={buttonClass("secondary")}>
        {t("toOpening")}
      </Link>
      {list.recruits ? (
        <Link
          href={{ pathname: `/hire/${organisation}/search`, query: { opening: id } }}
          className={buttonClass("secondary")}
        >
          {t("rank")}
        </Link>
      ) : null}
      {list.recruits && total > 0 ? (
        <a href={`/${locale}${path}/export`} className={buttonClass("secondary")}>
          {t("export")}
        </a>
      ) : null}
    </div>
  );
  const stages = STAGES.map((stage) => ({
    stage,
    those: candidacies.filter((one) => one.stage === stage),
  })).filter(({ those }) => those.length > 0);
  return (
    <Page
      title={t("candidatesOf", { title: titleIn(list.opening, locale) })}
      lead={t("lead")}
      aside={ways}
    >
      <div className="grid gap-6">
        {list.opening.blind ? (
          <Alert>
            <p>{t("blind")}</p>
          </Alert>
        ) : null}
        {total > 0 ? <StageFilter {...{ path, counts, total, chosen }} /> : null}
        {candidacies.length === 0 ? <EmptyNote>{t("empty")}</EmptyNote> : null}
        {stages.map(({ stage, those }) => (
          <section key={stage} aria-labelledby={stage} className="grid gap-2">
            <h2 id={stage} className="flex flex-wrap items-baseline gap-x-3 font-semibold text-lg">
              {t(`stages.${stage}`)}
              <span className="font-normal text-muted text-sm">
                {t("count", { n: counts[stage] })}
              </span>
            </h2>
            <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
              {those.map((candidacy) => (
                <CandidacyCard
                  key={candidacy.candidate.id}
                  candidacy={candidacy}
                  href={`${path}/${candidacy.candidate.id}`}
                  locale={locale}
                />
              ))}
            </ul>
          </section>
        ))}
        <MoreLink path={path} query={chosen && { stage: chosen }} next={next} />
      </div>
    </Page>
  );
}
