import type { Localized } from "@/lib/content/schemas";
import type { CaseEvent } from "@/lib/grading/events";
import type { Attempt } from "./attempt-row";
import { fillLocalized } from "./fill-text";

export type Outcome = "right" | "partly" | "wrong" | "unanswered";

/** What one question earned. The explanation comes with a right answer only: the key of the others stays in the bank. */
export type ItemResult = {
  number: number;
  outcome: Outcome;
  earned: number;
  points: number;
  explanation: Localized | null;
  reading: Localized | null;
};

export type TopicResult = { title: Localized; earned: number; points: number };

/** An attempt's questions and topics after judgement, from the verdict's cases. */
export function presentResult(attempt: Attempt, cases: CaseEvent[]) {
  const results = cases.flatMap((one) => itemResult(attempt, one) ?? []);
  const topics = attempt.bank.topics.flatMap(({ slug, title }): TopicResult[] => {
    const own = results.filter(({ number }) => topicOf(attempt, number) === slug);
    if (own.length === 0) return [];
    const sum = (field: "earned" | "points") => own.reduce((all, one) => all + one[field], 0);
    return [{ title, earned: sum("earned"), points: sum("points") }];
  });
  return { results, topics };
}

function itemResult(attempt: Attempt, { index, outcome, earned, points }: CaseEvent) {
  const number = index + 1;
  const drawn = attempt.form[index];
  const item = attempt.items.get(drawn?.item ?? "");
  if (!drawn || !item) return null;
  const right = outcome === "passed";
  const topic = attempt.bank.topics.find(({ slug }) => slug === item.topic);
  const answered = (attempt.answers[number]?.length ?? 0) > 0;
  return {
    number,
    outcome: right ? "right" : earned > 0 ? "partly" : answered ? "wrong" : "unanswered",
    earned,
    points,
    explanation: right ? fillLocalized(item.explanation, drawn.params) : null,
    reading: right ? null : (item.nudge ?? topic?.reading ?? null),
  } satisfies ItemResult;
}

const topicOf = ({ form, items }: Attempt, number: number): string | undefined =>
  items.get(form[number - 1]?.item ?? "")?.topic;
