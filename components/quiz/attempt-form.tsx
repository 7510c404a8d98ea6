"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Answers } from "@/lib/quiz/answers";
import { Button } from "../ui/button";
import { callApi, RequestFailed } from "../workspace/api";
import { FinishDialog } from "./finish-dialog";
import { type AskedQuestion, QuestionField } from "./question-field";
import { QuestionNav } from "./question-nav";
import { TimeLeft } from "./time-left";
import { useAnswers } from "./use-answers";
import { useCountdown } from "./use-countdown";

type Props = {
  attempt: string;
  questions: AskedQuestion[];
  saved: Answers;
  remainingMs: number;
};

/** An open attempt: all its questions on one page, a bar with time and progress above them. */
export function AttemptForm({ attempt, questions, saved, remainingMs }: Props) {
  const t = useTranslations("quiz");
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { answers, state, change, flush } = useAnswers(attempt, saved, router.refresh);

  const finish = async () => {
    setSending(true);
    setProblem(null);
    try {
      if (!(await flush())) throw new TypeError("unsaved");
      await callApi(`/attempts/${attempt}/finish`, { method: "POST" });
      router.refresh();
    } catch (error) {
      setProblem(error instanceof RequestFailed ? error.message : t("failed"));
      setSending(false);
    }
  };
  const left = useCountdown(remainingMs, () => void finish());

  const isAnswered = (number: number) => (answers[number]?.length ?? 0) > 0;
  const missing = questions.map(({ number }) => number).filter((number) => !isAnswered(number));
  return (
    <>
      <div className="sticky top-0 z-10 -mx-4 mb-6 border-line border-y bg-paper px-4 py-2">
        <div className="flex items-center gap-x-4">
          <TimeLeft seconds={left} />
          <div className="flex min-w-0 flex-1 flex-col text-muted text-xs sm:flex-row sm:justify-between sm:gap-4 sm:text-sm">
            <span className="tabular-nums">
              {t("answered", { done: questions.length - missing.length, total: questions.length })}
            </span>
            <span role="status" className={state === "failed" ? "text-warn" : undefined}>
              {t(`save.${state}`)}
            </span>
          </div>
          <Button onClick={() => dialog.current?.showModal()} disabled={left === 0}>
            {t("finish")}
          </Button>
        </div>
        <QuestionNav numbers={questions.map(({ number }) => number)} isAnswered={isAnswered} />
      </div>
      {left === 0 ? (
        <p role="alert" className="mb-4 rounded-md border border-warn bg-warn-soft px-4 py-3">
          {t("timeUp")}
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-6">
        {questions.map((question) => (
          <QuestionField
            key={question.number}
            question={question}
            answer={answers[question.number] ?? []}
            onAnswer={(answer) => change(question.number, answer)}
          />
        ))}
      </div>
      <div className="mt-6">
        <Button onClick={() => dialog.current?.showModal()} disabled={left === 0}>
          {t("finish")}
        </Button>
      </div>
      <FinishDialog
        dialog={dialog}
        missing={missing}
        unsaved={state === "failed"}
        sending={sending}
        problem={problem}
        onFinish={finish}
      />
    </>
  );
}
