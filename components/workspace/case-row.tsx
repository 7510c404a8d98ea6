"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import type { PlannedCase } from "@/lib/grading/events";
import type { ShownCase } from "@/lib/grading/present-case";
import { VerdictMark } from "../ui/verdict-mark";
import { CaseDetailView } from "./case-detail";
import type { Curves } from "./curves";
import { CurvesView } from "./curves-view";
import { feedbackText } from "./feedback-text";
import { Problems } from "./problems";

type Props = {
  planned: PlannedCase;
  result: ShownCase | undefined;
  /** What its training reported, if it trains. */
  curves: Curves | undefined;
  running: boolean;
  onLine?: ((line: number) => void) | undefined;
};

/** One case: its title, its outcome as soon as it is there, and why it was lost. */
export function CaseRow({ planned, result, curves, running, onLine }: Props) {
  const t = useTranslations("challenge");
  const feedback = useTranslations("feedback");
  const locale = useLocale() as Locale;
  const message = result?.message ? feedbackText(result.message, locale, feedback) : null;
  const detail = result?.visible ? result.detail : undefined;
  const type = result?.detail?.error?.type;
  return (
    <li
      className="@container border-line border-b px-3 py-2.5 last:border-0"
      data-outcome={result?.outcome}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="w-full min-w-0 font-medium text-sm @lg:w-auto @lg:flex-1">
          {planned.title[locale]}
        </span>
        {planned.split ? null : (
          <span className="text-muted text-xs">{t(planned.visible ? "visible" : "hidden")}</span>
        )}
        <span className="text-muted text-xs">
          {isPartial(result)
            ? t("pointsEarned", { earned: result.earned, n: planned.points })
            : t("points", { n: planned.points })}
        </span>
        <span className="ml-auto text-muted text-sm @lg:ml-0">
          {result ? <VerdictMark verdict={result.outcome} /> : t(running ? "running" : "pending")}
        </span>
      </div>
      {message ? (
        <p className="mt-1 break-words text-sm">
          {message}
          {!result?.visible && type && !message.includes(type) ? ` (${type})` : ""}
        </p>
      ) : null}
      {result?.message?.problems ? <Problems problems={result.message.problems} /> : null}
      {curves ? <CurvesView curves={curves} /> : null}
      {detail && result?.outcome !== "passed" ? (
        <CaseDetailView detail={detail} onLine={onLine} />
      ) : detail ? (
        <details className="mt-1">
          <summary className="cursor-pointer text-muted text-xs">{t("input")}</summary>
          <CaseDetailView detail={detail} onLine={onLine} />
        </details>
      ) : null}
    </li>
  );
}

/** Neither nothing nor all: what was earned is worth telling. */
const isPartial = (result: ShownCase | undefined): result is ShownCase =>
  result !== undefined && result.earned > 0 && result.earned < result.points;
