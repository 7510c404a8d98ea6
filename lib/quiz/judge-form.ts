import type { Bank } from "@/lib/content/quiz-bank";
import type { Localized } from "@/lib/content/schemas";
import type { CaseEvent, PlannedCase, RunnerEvent } from "@/lib/grading/events";
import type { Answers } from "./answers";
import type { QuizForm } from "./draw-form";
import { judgeAnswer } from "./judge-answer";

const NOTHING_USED = { wall_ms: 0, learner_wall_ms: 0, cpu_ms: 0, peak_memory_mb: 0 };

/** What a finished attempt is worth, as the evidence that any grading leaves: a case for every item. */
export function judgeForm(bank: Bank, form: QuizForm, answers: Answers): RunnerEvent[] {
  const topics = new Map(bank.topics.map(({ slug, title }) => [slug, title]));
  const cases = form.map((drawn, index): CaseEvent => {
    const item = bank.items.find(({ id }) => id === drawn.item);
    if (!item) throw new Error(`item ${drawn.item} is not in the bank`);
    const share = judgeAnswer(item, drawn, answers[index + 1]);
    const planned: PlannedCase = {
      name: `question_${index + 1}`,
      title: titled(topics.get(item.topic), index + 1),
      visible: false,
      points: item.points,
    };
    return {
      event: "case",
      ...planned,
      index,
      outcome: share === 1 ? "passed" : "failed",
      earned: share * item.points,
      message: null,
      ms: 0,
      cpu_ms: 0,
    };
  });
  const planned = cases.map(({ name, title, visible, points }) => ({
    name,
    title,
    visible,
    points,
  }));
  return [
    { event: "plan", cases: planned },
    ...cases,
    { event: "finished", status: "graded", usage: NOTHING_USED },
  ];
}

const titled = (topic: Localized | undefined, number: number): Localized => ({
  en: `${number}. ${topic?.en ?? ""}`,
  zh: `${number}. ${topic?.zh ?? ""}`,
});
