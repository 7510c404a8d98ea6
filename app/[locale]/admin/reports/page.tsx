import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import type { Locale } from "@/i18n/routing";
import { listLimitsReached } from "@/lib/organisations/list-limits-reached";
import { listReports } from "@/lib/organisations/list-reports";
import { LimitsReachedList } from "./limits-reached";
import { ReportCard } from "./report-card";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.reports"))("title") };
}

export default async function ReportsPage({ params }: Props) {
  const { locale } = await params;
  const actor = await currentActor();
  const { open, decided } = await orNotFound(listReports(actor));
  const limits = await listLimitsReached(actor);
  const t = await getTranslations("organisations.reports");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-4">
        <h2 className="font-semibold">{t("waiting")}</h2>
        {open.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
        {open.map((report) => (
          <ReportCard key={report.id} report={report} locale={locale} />
        ))}
        {decided.length > 0 ? <h2 className="mt-6 font-semibold">{t("past")}</h2> : null}
        {decided.map((report) => (
          <ReportCard key={report.id} report={report} locale={locale} />
        ))}
      </div>
      <LimitsReachedList organisations={limits} />
    </Page>
  );
}
