import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";
import { inputClass } from "@/components/ui/input";
import { Page } from "@/components/ui/page";
import type { Locale } from "@/i18n/routing";
import { PERIODS, readAdverseImpact } from "@/lib/hiring/read-adverse-impact";
import { MeasureSection } from "./measure-section";
import { reportQuery } from "./query";

type Props = {
  params: Promise<{ organisation: string; locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};
type Report = Awaited<ReturnType<typeof readAdverseImpact>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.nav"))("fairness") };
}

export default async function FairnessPage({ params, searchParams }: Props) {
  const { organisation: slug, locale } = await params;
  const { opening, months } = reportQuery.parse(await searchParams);
  const actor = await requireSignIn(`/hire/${slug}/fairness`);
  const asked = { slug, months, ...(opening && { openingId: opening }) };
  const report = await orNotFound(readAdverseImpact(actor, asked));
  const t = await getTranslations("organisations.fairness");
  const format = await getFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeZone: "UTC" });
  const last = new Date(report.until.getTime() - 1);
  const query = new URLSearchParams({ months: String(months), ...(opening && { opening }) });
  return (
    <Page title={t("title")} lead={t("lead", { from: day(report.from), until: day(last) })}>
      <div className="grid gap-8">
        <Choice report={report} locale={locale} opening={opening ?? ""} months={months} />
        <MeasureSection name="selection" measure={report.selection} />
        <MeasureSection name="scoring" measure={report.scoring} />
        <Alert title={t("readTitle")}>
          <p className="mt-1 max-w-prose text-sm">{t("read")}</p>
        </Alert>
        <a
          href={`/${locale}/hire/${slug}/fairness/csv?${query}`}
          download
          className={buttonClass("secondary", "justify-self-start")}
        >
          {t("csv")}
        </a>
      </div>
    </Page>
  );
}

type ChoiceProps = { report: Report; locale: Locale; opening: string; months: number };

/** By the address: it works without scripts and can be kept. */
async function Choice({ report, locale, opening, months }: ChoiceProps) {
  const t = await getTranslations("organisations.fairness");
  const title = (one: Report["openings"][number]) =>
    (locale === "zh" ? one.titleZh || one.titleEn : one.titleEn || one.titleZh) || t("untitled");
  return (
    <form className="flex flex-wrap items-end gap-3">
      <label className="grid min-w-0 max-w-full gap-1 text-sm">
        {t("opening")}
        <select name="opening" defaultValue={opening} className={inputClass}>
          <option value="">{t("all")}</option>
          {report.openings.map((one) => (
            <option key={one.id} value={one.id}>
              {title(one)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm">
        {t("period")}
        <select name="months" defaultValue={months} className={inputClass}>
          {PERIODS.map((value) => (
            <option key={value} value={value}>
              {t("months", { n: value })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" variant="secondary">
        {t("show")}
      </Button>
    </form>
  );
}
