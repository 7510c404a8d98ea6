import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { oneOf } from "@/app/_session/one-of";
import { orNotFound } from "@/app/_session/or-not-found";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { MoreLink } from "@/components/ui/more-link";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listLimitsReached } from "@/lib/organisations/list-limits-reached";
import { listReports } from "@/lib/organisations/list-reports";
import { LimitsReachedList } from "./limits-reached";
import { ReportCard } from "./report-card";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ show?: string | string[]; cursor?: string | string[] }>;
};

const PATH = "/admin/reports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.reports"))("title") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { show, cursor } = await searchParams;
  const decided = show === "decided";
  const actor = await currentActor();
  const list = listReports(actor, { decided, cursor: oneOf(cursor) });
  const { reports, next, open } = await orNotFound(list);
  const limits = await listLimitsReached(actor);
  const t = await getTranslations("organisations.reports");
  const look = (current: boolean) => buttonClass(current ? "primary" : "secondary");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-4">
        <nav aria-label={t("show")} className="flex flex-wrap gap-2">
          <Link href={PATH} aria-current={decided ? undefined : "page"} className={look(!decided)}>
            {t("waiting", { n: open })}
          </Link>
          <Link
            href={{ pathname: PATH, query: { show: "decided" } }}
            aria-current={decided ? "page" : undefined}
            className={look(decided)}
          >
            {t("past")}
          </Link>
        </nav>
        <h2 className="sr-only">{decided ? t("past") : t("waiting", { n: open })}</h2>
        {reports.length === 0 ? <EmptyNote>{t(decided ? "noneDecided" : "none")}</EmptyNote> : null}
        {reports.map((report) => (
          <ReportCard key={report.id} report={report} locale={locale} />
        ))}
        <MoreLink path={PATH} query={decided ? { show: "decided" } : undefined} next={next} />
      </div>
      <LimitsReachedList organisations={limits} />
    </Page>
  );
}
