import { getFormatter, getTranslations } from "next-intl/server";
import type { AttemptView } from "@/lib/quiz/read-attempt";
import { Alert } from "../ui/alert";
import { VerdictMark } from "../ui/verdict-mark";
import { AnsweredQuestion } from "./answered-question";
import { TopicTable } from "./topic-table";

type Judgement = NonNullable<AttemptView["judgement"]>;

/** A judged attempt: score, topics, and every question with what was answered. */
export async function AttemptResult({
  attempt,
  judgement,
}: {
  attempt: AttemptView;
  judgement: Judgement;
}) {
  const t = await getTranslations("quiz.result");
  const format = await getFormatter();
  const percent = (share: number) => format.number(share, { style: "percent" });
  const { verdict, score, topics, results } = judgement;
  return (
    <div className="grid grid-cols-1 gap-8">
      <p className="flex flex-wrap items-center gap-3">
        <VerdictMark verdict={verdict} />
        <span>{t("score", { score: percent(score), pass: percent(attempt.pass) })}</span>
      </p>
      {results.length === 0 ? <Alert tone="warn">{t("fault")}</Alert> : null}
      {topics.length > 0 ? (
        <section>
          <h2 className="mb-2 font-semibold text-lg">{t("topics")}</h2>
          <TopicTable topics={topics} />
        </section>
      ) : null}
      {results.length > 0 ? (
        <section>
          <h2 className="font-semibold text-lg">{t("answers")}</h2>
          <p className="mb-3 text-muted text-sm">{t("keyKept")}</p>
          <ol className="grid grid-cols-1 gap-4">
            {results.map((result) => {
              const question = attempt.questions[result.number - 1];
              return question ? (
                <AnsweredQuestion
                  key={result.number}
                  question={question}
                  answer={attempt.answers[result.number] ?? []}
                  result={result}
                />
              ) : null;
            })}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
