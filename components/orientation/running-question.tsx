"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Answer } from "@/lib/quiz/answers";
import { type AskedQuestion, QuestionField } from "../quiz/question-field";
import { TimeLeft } from "../quiz/time-left";
import { recallUnsaved, rememberUnsaved } from "../quiz/unsaved-answers";
import { useCountdown } from "../quiz/use-countdown";
import { Button } from "../ui/button";
import { callApi, RequestFailed } from "../workspace/api";
import { EndDialog } from "./end-dialog";

type Props = {
  attempt: string;
  question: AskedQuestion;
  remainingMs: number;
  why: string;
  repeatDays: number;
};

/** The open question. What is chosen but not sent yet outlives a reload. */
export function RunningQuestion({ attempt, question, remainingMs, why, repeatDays }: Props) {
  const t = useTranslations("orientation");
  const router = useRouter();
  const place = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<Answer>([]);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { number } = question;

  useEffect(() => {
    const unsent = recallUnsaved(attempt)[number];
    if (unsent) setAnswer(unsent);
    place.current?.focus({ preventScroll: number === 1 });
  }, [attempt, number]);

  const change = (given: Answer) => {
    setAnswer(given);
    setProblem(null);
    rememberUnsaved(attempt, { [number]: given });
  };

  const call = async (send: () => Promise<unknown>) => {
    setSending(true);
    setProblem(null);
    try {
      await send();
      rememberUnsaved(attempt, {});
      router.refresh();
    } catch (error) {
      setProblem(error instanceof RequestFailed ? error.message : t("failed"));
      setSending(false);
    }
  };
  const give = (given: Answer | null) =>
    call(() =>
      callApi(`/orientation/${attempt}/answers`, {
        method: "PUT",
        body: { position: number, answer: given },
      }),
    );
  const finish = () => call(() => callApi(`/orientation/${attempt}/finish`, { method: "POST" }));
  const isEmpty = answer.length === 0;
  const left = useCountdown(remainingMs, () => void give(isEmpty ? null : answer));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty) setProblem(t("empty"));
    else if (!sending) void give(answer);
  };

  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <div ref={place} tabIndex={-1} className="flex items-baseline gap-2 text-sm outline-none">
        <span className="text-muted">{t("one")}</span>
        <TimeLeft seconds={left} />
      </div>
      <QuestionField question={question} answer={answer} onAnswer={change} />
      <p className="text-muted text-sm">{why}</p>
      {problem ? (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={sending}>
          {t("send")}
        </Button>
        <Button variant="secondary" disabled={sending} onClick={() => void give(null)}>
          {t("skip")}
        </Button>
        <Button
          variant="quiet"
          className="ml-auto text-muted"
          disabled={sending}
          onClick={() => dialog.current?.showModal()}
        >
          {t("end")}
        </Button>
      </div>
      <EndDialog dialog={dialog} days={repeatDays} sending={sending} onEnd={() => void finish()} />
    </form>
  );
}
