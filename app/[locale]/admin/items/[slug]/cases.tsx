import { getFormatter, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { Locale } from "@/i18n/routing";
import { FEW } from "@/lib/calibration/item-concerns";
import type { ItemReport } from "@/lib/calibration/item-report";
import { Box, Figures } from "./box";

type Props = { report: ItemReport; locale: Locale };

/** Cases that may be wrong: of those who pass all else, too many fail them. */
export async function DoubtfulCases({ report, locale }: Props) {
  const t = await getTranslations("admin.items.detail");
  return report.doubtful.map(({ name, passedOthers, failedThis }) => {
    const title = report.cases.find((one) => one.name === name)?.title[locale] ?? name;
    return (
      <Alert key={name} tone="warn" title={t("doubtful", { name: title })}>
        <p className="text-sm">{t("doubtfulText", { passed: passedOthers, failed: failedThis })}</p>
      </Alert>
    );
  });
}

export async function Cases({ report, locale }: Props) {
  const t = await getTranslations("admin.items.detail");
  const few = (await getTranslations("admin.items"))("few");
  const format = await getFormatter();
  const { cases } = report;
  if (cases.length === 0) return <Box title={t("cases")}>{t("noCases")}</Box>;
  const worst = cases.toSorted((a, b) => a.passed / a.learners - b.passed / b.learners)[0];
  const hasFailures = worst !== undefined && worst.passed < worst.learners;
  return (
    <Box title={t("cases")} lead={t("casesLead")}>
      {hasFailures ? <p className="mb-2">{t("worst", { name: worst.title[locale] })}</p> : null}
      <Figures
        label={t("cases")}
        columns={[t("case"), t("passed"), "%", t("discrimination")]}
        rows={cases.map(({ name, title, visible, learners, passed, discrimination }) => ({
          key: name,
          cells: [
            <>
              {title[locale]}{" "}
              <span className="font-normal text-muted">({t(visible ? "shown" : "hidden")})</span>
            </>,
            `${t("of", { passed, learners })}${learners < FEW ? ` (${few})` : ""}`,
            <ShareBar key="share" share={passed / learners} />,
            discrimination === null
              ? "–"
              : format.number(discrimination, { maximumFractionDigits: 2 }),
          ],
        }))}
      />
    </Box>
  );
}

/** A share as a bar; its number stands beside it. */
async function ShareBar({ share }: { share: number }) {
  const format = await getFormatter();
  return (
    <span className="flex min-w-32 items-center gap-2">
      <svg aria-hidden="true" className="h-2 w-20 shrink-0">
        <rect width="100%" height="100%" rx={4} className="fill-line" />
        <rect width={`${100 * share}%`} height="100%" rx={4} className="fill-accent" />
      </svg>
      {format.number(share, { style: "percent" })}
    </span>
  );
}

export async function Errors({ report }: Pick<Props, "report">) {
  const t = await getTranslations("admin.items.detail");
  const { errors } = report;
  return (
    <Box title={t("errors")} lead={t("errorsLead")}>
      {errors.length === 0 ? (
        <p className="text-muted">{t("noErrors")}</p>
      ) : (
        <Figures
          label={t("errors")}
          columns={[t("outcome"), t("error"), t("learners")]}
          rows={errors.map(({ outcome, text, learners }) => ({
            key: `${outcome} ${text}`,
            cells: [
              <VerdictMark key="verdict" verdict={outcome} />,
              <code key="text" className="break-words text-xs">
                {text || "–"}
              </code>,
              learners,
            ],
          }))}
        />
      )}
    </Box>
  );
}
