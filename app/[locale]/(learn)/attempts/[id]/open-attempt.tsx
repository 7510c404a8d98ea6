import { Markdown } from "@/components/markdown";
import { AttemptForm } from "@/components/quiz/attempt-form";
import { QuizMessages } from "@/components/quiz/messages";
import type { Locale } from "@/i18n/routing";
import type { AttemptView } from "@/lib/quiz/read-attempt";

/** An attempt under way; its texts are rendered here, in the reader's language. */
export function OpenAttempt({ attempt, locale }: { attempt: AttemptView; locale: Locale }) {
  const questions = attempt.questions.map(
    ({ number, kind, points, topic, prompt, options, unit }) => ({
      number,
      kind,
      points,
      topic: topic[locale],
      prompt: <Markdown text={prompt[locale]} />,
      options: options.map((option) => ({
        text: option[locale],
        shown: <Markdown text={option[locale]} />,
      })),
      unit: unit?.[locale] ?? null,
    }),
  );
  return (
    <QuizMessages>
      <AttemptForm
        attempt={attempt.id}
        questions={questions}
        saved={attempt.answers}
        remainingMs={attempt.remainingMs}
      />
    </QuizMessages>
  );
}
