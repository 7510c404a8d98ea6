"use client";

import { useTranslations } from "next-intl";
import { VerdictMark } from "../ui/verdict-mark";
import { CaseRow } from "./case-row";
import type { GradingState } from "./grading-state";

type Props = {
  state: GradingState;
  lost: boolean;
  onLine?: (line: number) => void;
};

/** A grading as it happens, and its end. */
export function ResultPanel({ state, lost, onLine }: Props) {
  const t = useTranslations("challenge");
  return (
    <div>
      <div
        role="status"
        aria-live="polite"
        className="flex flex-wrap items-center gap-3 px-3 py-2.5"
      >
        <Headline state={state} />
        {lost ? <span className="text-sm text-warn">{t("connection")}</span> : null}
        {state.retried ? <p className="w-full text-sm text-warn">{t("retry")}</p> : null}
      </div>
      {state.summary?.verdict === "checker_error" ? <CheckerFault /> : null}
      <ol className="border-line border-t">
        {[...state.plan.entries()].map(([index, planned]) => (
          <CaseRow
            key={planned.name}
            planned={planned}
            result={state.cases.get(index)}
            curves={state.curves.get(index)}
            running={state.current === index}
            onLine={onLine}
          />
        ))}
      </ol>
    </div>
  );
}

function Headline({ state }: { state: GradingState }) {
  const t = useTranslations("challenge");
  const { phase, summary, position, needsDevice } = state;
  if (phase === "done" && summary) {
    return (
      <>
        <VerdictMark verdict={summary.verdict} />
        <span className="text-sm">
          {t("summary", { passed: summary.passedCases, total: summary.totalCases })}
        </span>
        {summary.peakMemoryMb > 0 ? (
          <span className="text-muted text-xs tabular-nums">
            {t("usage", { cpu: summary.cpuMs, memory: Math.round(summary.peakMemoryMb) })}
          </span>
        ) : null}
      </>
    );
  }
  if (phase === "queued" && needsDevice) return <NeedsDevice />;
  const text =
    phase === "queued"
      ? position === null
        ? t("queued")
        : t("queuedAt", { position })
      : t("running");
  return <span className="text-sm">{text}</span>;
}

function NeedsDevice() {
  const t = useTranslations("challenge");
  return (
    <p className="text-sm">
      <span className="font-semibold text-warn">{t("needsDevice")}</span> {t("needsDeviceMore")}
    </p>
  );
}

function CheckerFault() {
  const t = useTranslations("feedback");
  return <p className="px-3 pb-3 text-sm">{t("checker")}</p>;
}
