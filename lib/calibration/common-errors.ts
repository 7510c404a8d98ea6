import type { JudgedCase } from "./case-statistics";
import type { ItemReport } from "./item-report";

/** A message that fewer have is theirs, and may say something of them. */
const SHARED_BY = 3;
const SHOWN = 8;

/**
 * What goes wrong most, by each learner's first failing case: the outcome, and the exception's type
 * with the first line of its message where several have the same one.
 */
export function commonErrors(submissions: readonly JudgedCase[][]): ItemReport["errors"] {
  const failing = submissions.flatMap(
    (all) => all.find(({ outcome }) => outcome !== "passed") ?? [],
  );
  const withLine = counted(failing.map(fullText));
  const texts = failing.map((one) => {
    const full = fullText(one);
    return (withLine.get(full) ?? 0) >= SHARED_BY ? full : kindOf(one);
  });
  const byOutcome = new Map(texts.map((text, index) => [text, failing[index]?.outcome]));
  return [...counted(texts)]
    .map(([text, learners]) => ({ outcome: byOutcome.get(text) ?? "failed", text, learners }))
    .sort((a, b) => b.learners - a.learners || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ outcome, text, learners }) => ({
      outcome,
      text: text.slice(outcome.length + 1),
      learners,
    }));
}

const kindOf = ({ outcome, type, code }: JudgedCase) => `${outcome} ${type ?? code ?? ""}`;
const fullText = (one: JudgedCase) => (one.line ? `${kindOf(one)}: ${one.line}` : kindOf(one));

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
