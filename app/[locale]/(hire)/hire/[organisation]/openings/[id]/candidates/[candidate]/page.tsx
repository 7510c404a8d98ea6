import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { orLimit } from "@/app/_session/or-limit";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CandidateView } from "@/components/candidates/candidate-view";
import { LimitPage } from "@/components/limit-page";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readCandidacy } from "@/lib/hiring/read-candidacy";
import { titleIn } from "@/lib/openings/opening-texts";
import { DomainError } from "@/lib/platform/errors";
import { Application } from "./application";
import { Conversation } from "./conversation";
import { History } from "./history";
import { Invitation } from "./invitation";
import { StageForm } from "./stage-form";
import { Unmask } from "./unmask";

type Props = {
  params: Promise<{ locale: Locale; organisation: string; id: string; candidate: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring"))("candidates") };
}

export default async function CandidacyPage({ params, searchParams }: Props) {
  const { locale, organisation, id, candidate } = await params;
  const path = `/hire/${organisation}/openings/${id}/candidates`;
  const actor = await requireSignIn(`${path}/${candidate}`);
  const ref = { organisation, opening: id, candidate };
  const before = oneOf((await searchParams).cursor);
  const opened = await orLimit(orNotFound(readCandidacy(actor, ref, { before })));
  const t = await getTranslations("hiring");
  if (opened instanceof DomainError) {
    return <LimitPage title={t("candidates")} refusal={opened} />;
  }
  const back = (
    <Link href={path} className={buttonClass("secondary")}>
      {t("back")}
    </Link>
  );
  return (
    <Page title={opened.candidate.name} lead={titleIn(opened.opening, locale)} aside={back}>
      <div className="grid gap-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 content-start gap-8">
          <section className="grid gap-3">
            <h2 className="font-semibold text-lg">{t("profile")}</h2>
            <CandidateView candidate={opened.candidate} locale={locale} />
          </section>
          {opened.application ? (
            <Application application={opened.application} locale={locale} />
          ) : null}
          <Conversation opened={opened} ids={ref} />
        </div>
        <div className="grid min-w-0 content-start gap-8">
          <StageForm stage={opened.stage} ids={ref} />
          {opened.recruits ? <Invitation opened={opened} ids={ref} /> : null}
          {opened.candidate.masked && opened.recruits ? <Unmask ids={ref} /> : null}
          <History events={opened.events} ids={ref} />
        </div>
      </div>
    </Page>
  );
}
