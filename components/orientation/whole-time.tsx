"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TimeLeft } from "../quiz/time-left";
import { useCountdown } from "../quiz/use-countdown";

/** Time left of the whole orientation. */
export function WholeTime({ remainingMs }: { remainingMs: number }) {
  const t = useTranslations("orientation");
  const router = useRouter();
  const left = useCountdown(remainingMs, router.refresh);
  return (
    <div className="flex items-baseline gap-2 text-sm">
      <span className="text-muted">{t("whole")}</span>
      <TimeLeft seconds={left} />
    </div>
  );
}
