import { useTranslations } from "next-intl";
import type { VerdictWord } from "@/lib/grading/events";

const TONE: Record<VerdictWord, string> = {
  passed: "bg-good-soft text-good",
  failed: "bg-bad-soft text-bad",
  candidate_error: "bg-bad-soft text-bad",
  timed_out: "bg-warn-soft text-warn",
  limit_exceeded: "bg-warn-soft text-warn",
  checker_error: "bg-surface text-muted",
  infrastructure_error: "bg-surface text-muted",
};

const SHAPE: Record<VerdictWord, string> = {
  passed: "✓",
  failed: "✗",
  candidate_error: "!",
  timed_out: "◷",
  limit_exceeded: "▲",
  checker_error: "?",
  infrastructure_error: "?",
};

/** A verdict in word, shape and colour. */
export function VerdictMark({ verdict }: { verdict: VerdictWord }) {
  const t = useTranslations("common.verdict");
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded px-2 py-0.5 font-medium text-sm ${TONE[verdict]}`}
    >
      <span aria-hidden="true">{SHAPE[verdict]}</span>
      {t(verdict)}
    </span>
  );
}
