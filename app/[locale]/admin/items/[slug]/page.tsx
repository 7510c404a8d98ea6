import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { FactList } from "@/components/ui/fact-list";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { FEW } from "@/lib/calibration/item-concerns";
import type { ItemReport } from "@/lib/calibration/item-report";
import { readItem } from "@/lib/calibration/read-item";
import { Box } from "./box";
import { Cases, DoubtfulCases, Errors } from "./cases";
import { Calibration, Curve, Differences } from "./fit";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  return { title: (await orNotFound(readItem(await currentActor(), slug))).title[locale] };
}

export default async function ItemPage({ params }: Props) {
  const { slug, locale } = await params;
  const item = await orNotFound(readItem(await currentActor(), slug));
  const t = await getTranslations("admin.items");
  const { report, version, difficulty, concerns } = item;
  const back = (
    <Link href="/admin/items" className={buttonClass("secondary")}>
      {t("detail.back")}
    </Link>
  );
  return (
    <Page
      title={item.title[locale]}
      lead={t("detail.version", { version, difficulty: String(difficulty) })}
      aside={back}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {concerns.length > 0 ? (
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-warn">
            {concerns.map((concern) => (
              <li key={concern}>
                <span aria-hidden="true">▲ </span>
                {t(`concern.${concern}`)}
              </li>
            ))}
          </ul>
        ) : null}
        {report ? (
          <>
            <DoubtfulCases report={report} locale={locale} />
            <Attempts report={report} computedAt={item.computedAt} />
            <Cases report={report} locale={locale} />
            <Errors report={report} />
            <Calibration item={item} locale={locale} />
            <Curve groups={report.characteristic} />
            <Differences dif={report.dif} locale={locale} />
          </>
        ) : (
          <EmptyNote>{t("detail.nothing")}</EmptyNote>
        )}
      </div>
    </Page>
  );
}

type AttemptsProps = { report: ItemReport; computedAt: string | null };

async function Attempts({ report, computedAt }: AttemptsProps) {
  const t = await getTranslations("admin.items");
  const format = await getFormatter();
  const number = (value: number | null) =>
    value === null ? "–" : format.number(value, { maximumFractionDigits: 2 });
  const rate = (passed: number) =>
    report.learners === 0 ? "–" : format.number(passed / report.learners, { style: "percent" });
  const { minutesToPass: minutes } = report;
  return (
    <Box title={t("detail.attempts")}>
      <FactList
        facts={[
          [t("columns.attempts"), number(report.attempts)],
          [
            t("columns.learners"),
            `${number(report.learners)}${report.learners < FEW ? ` (${t("few")})` : ""}`,
          ],
          [t("columns.first"), rate(report.passedFirst)],
          [t("columns.ever"), rate(report.passedEver)],
          [t("detail.attemptsToPass"), number(report.attemptsToPass)],
          [
            t("detail.minutes"),
            minutes === null ? "–" : t("detail.minutesValue", { n: number(minutes) }),
          ],
          [t("columns.rest"), number(report.discrimination)],
        ]}
      />
      {computedAt ? (
        <p className="mt-3 text-muted text-sm">
          {t("computed", {
            at: format.dateTime(new Date(computedAt), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </p>
      ) : null}
    </Box>
  );
}
