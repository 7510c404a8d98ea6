"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Answer } from "@/lib/quiz/answers";
import type { Question } from "@/lib/quiz/present-question";
import { ChoiceField } from "./choice-field";
import { OrderField } from "./order-field";
import { TypedField } from "./typed-field";

/** A question in the reader's language, its texts rendered on the server. */
export type AskedQuestion = Pick<Question, "number" | "kind" | "points"> & {
  topic: string;
  prompt: ReactNode;
  options: { text: string; shown: ReactNode }[];
  unit: string | null;
};

export type FieldProps = {
  question: AskedQuestion;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
};

const FIELDS = {
  single: ChoiceField,
  multiple: ChoiceField,
  ordered: OrderField,
  numeric: TypedField,
  short: TypedField,
} as const;

/** One question and the control that answers it. */
export function QuestionField({ question, answer, onAnswer }: FieldProps) {
  const t = useTranslations("quiz");
  const { number, kind, points, topic, prompt } = question;
  const Field = FIELDS[kind];
  return (
    <fieldset
      id={`q${number}`}
      aria-describedby={`q${number}-prompt q${number}-hint`}
      className="min-w-0 scroll-mt-40 rounded-lg border border-line bg-raised p-4 sm:scroll-mt-32 sm:p-6"
    >
      <legend className="float-left mb-3 flex w-full flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{t("question", { number })}</span>
        <span className="text-muted text-sm">{topic}</span>
        <span className="ml-auto text-muted text-sm">{t("points", { n: points })}</span>
      </legend>
      <div id={`q${number}-prompt`} className="clear-both">
        {prompt}
      </div>
      <p id={`q${number}-hint`} className="mt-3 mb-2 text-muted text-sm">
        {t(`hint.${kind}`)}
      </p>
      <Field question={question} answer={answer} onAnswer={onAnswer} />
    </fieldset>
  );
}
