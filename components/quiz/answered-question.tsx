import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import type { Answer } from "@/lib/quiz/answers";
import type { Question } from "@/lib/quiz/present-question";
import type { ItemResult } from "@/lib/quiz/present-result";
import { Markdown } from "../markdown";
import { OutcomeMark } from "./outcome-mark";

type Props = {
  question: Question;
  answer: Answer;
  result: ItemResult;
  /** Where the key is shown: what it is, and what its label says. */
  right?: { answer: Answer; label: string };
  remark?: string | null;
};

/** A judged question: what was asked, what was answered, and what to make of it. */
export async function AnsweredQuestion({ question, answer, result, right, remark }: Props) {
  const t = await getTranslations("quiz");
  const locale = (await getLocale()) as Locale;
  const { number, topic, prompt } = question;
  const { outcome, earned, points, explanation, reading } = result;
  const note = explanation ?? reading;
  return (
    <li
      className="min-w-0 rounded-lg border border-line bg-raised p-4 sm:p-6"
      data-outcome={outcome}
    >
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">{t("question", { number })}</h3>
        <span className="text-muted text-sm">{topic[locale]}</span>
        <span className="ml-auto flex items-baseline gap-3">
          <span className="text-muted text-sm tabular-nums">
            {t("result.pointsOf", { earned, points })}
          </span>
          <OutcomeMark outcome={outcome} label={t(`result.${outcome}`)} />
        </span>
      </div>
      <Markdown text={prompt[locale]} />
      <div className="mt-3">
        <Given question={question} answer={answer} />
      </div>
      {remark ? <p className="mt-3 text-muted text-sm">{remark}</p> : null}
      {right && outcome !== "right" ? <RightAnswer question={question} {...right} /> : null}
      {note ? (
        <div
          className={`mt-4 rounded-md border-l-2 px-4 py-3 ${
            explanation ? "border-good bg-good-soft" : "border-line bg-surface"
          }`}
        >
          <p className="font-medium text-sm">{t(explanation ? "result.why" : "result.readUp")}</p>
          <Markdown text={note[locale]} className="text-sm" />
        </div>
      ) : null}
    </li>
  );
}

async function RightAnswer({
  question: { options, kind, unit },
  answer,
  label,
}: {
  question: Question;
  answer: Answer;
  label: string;
}) {
  const locale = (await getLocale()) as Locale;
  if (typeof answer === "string") {
    return (
      <p className="mt-3 break-words">
        {label} {answer} {unit?.[locale]}
      </p>
    );
  }
  const List = kind === "ordered" ? "ol" : "ul";
  return (
    <div className="mt-3">
      <p className="text-muted text-sm">{label}</p>
      <List
        className={`mt-1 grid grid-cols-1 gap-1 pl-6 ${kind === "ordered" ? "list-decimal" : "list-disc"}`}
      >
        {answer.map((place) => (
          <li key={place}>
            <Markdown text={options[place]?.[locale] ?? ""} />
          </li>
        ))}
      </List>
    </div>
  );
}

async function Given({ question, answer }: Pick<Props, "question" | "answer">) {
  const t = await getTranslations("quiz.result");
  const locale = (await getLocale()) as Locale;
  const { options, kind, unit } = question;
  if (typeof answer === "string") {
    const text = unit ? `${answer} ${unit[locale]}` : answer;
    return answer ? <p className="break-words">{t("typed", { text })}</p> : null;
  }
  if (kind === "ordered") {
    if (answer.length === 0) return null;
    return (
      <>
        <p className="text-muted text-sm">{t("yourOrder")}</p>
        <ol className="mt-1 grid list-decimal grid-cols-1 gap-1 pl-6">
          {answer.map((place) => (
            <li key={place}>
              <Markdown text={options[place]?.[locale] ?? ""} />
            </li>
          ))}
        </ol>
      </>
    );
  }
  return (
    <ul className="grid grid-cols-1 gap-1">
      {options.map((option, place) => {
        const chosen = answer.includes(place);
        return (
          <li
            key={option.en}
            className={`flex items-start gap-3 rounded-md px-3 py-1.5 ${chosen ? "bg-surface" : "text-muted"}`}
          >
            <span aria-hidden="true" className="w-4 shrink-0">
              {chosen ? "●" : "○"}
            </span>
            <div className="min-w-0 flex-1">
              <Markdown text={option[locale]} />
              {chosen ? <span className="sr-only">({t("yours")})</span> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
