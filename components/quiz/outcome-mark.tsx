import type { Outcome } from "@/lib/quiz/present-result";

const LOOK: Record<Outcome, [shape: string, tone: string]> = {
  right: ["✓", "bg-good-soft text-good"],
  partly: ["◐", "bg-warn-soft text-warn"],
  wrong: ["✗", "bg-bad-soft text-bad"],
  unanswered: ["–", "bg-surface text-muted"],
};

/** What became of an answer, in word, shape and colour. */
export function OutcomeMark({ outcome, label }: { outcome: Outcome; label: string }) {
  const [shape, tone] = LOOK[outcome];
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded px-2 py-0.5 font-medium text-sm ${tone}`}
    >
      <span aria-hidden="true">{shape}</span>
      {label}
    </span>
  );
}
