"use client";

import { useTranslations } from "next-intl";

/** A screen reader is told of these, in seconds, and of no others. */
const ANNOUNCED = [300, 60];
const ANNOUNCED_FOR = 5;

/** The clock: read when asked for, and announced by itself twice. */
export function TimeLeft({ seconds }: { seconds: number }) {
  const t = useTranslations("quiz");
  const parts = { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
  const soon = ANNOUNCED.find((one) => seconds <= one && seconds > one - ANNOUNCED_FOR);
  return (
    <div className="flex items-baseline gap-1.5">
      <span className="hidden text-muted text-sm sm:inline" aria-hidden="true">
        {t("left")}
      </span>
      <div role="timer" aria-live="off" className="font-medium tabular-nums">
        <span aria-hidden="true" className={seconds <= 60 ? "text-bad" : undefined}>
          {parts.minutes}:{String(parts.seconds).padStart(2, "0")}
        </span>
        <span className="sr-only">{t("leftSpoken", parts)}</span>
      </div>
      <span role="status" className="sr-only">
        {soon ? t("leftSoon", { minutes: soon / 60 }) : ""}
      </span>
    </div>
  );
}
