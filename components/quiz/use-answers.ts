"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Answers } from "@/lib/quiz/answers";
import { callApi, RequestFailed } from "../workspace/api";
import { recallUnsaved, rememberUnsaved } from "./unsaved-answers";

export type SaveState = "idle" | "saving" | "saved" | "failed";

/** Typing is saved once it pauses; a choice at once. */
const TYPED_AFTER_MS = 500;
const AGAIN_AFTER_MS = 3_000;

/** The server's words for what is no use to send again. */
const FINAL = ["attempt_over", "attempt_not_found", "invalid_input"];

/**
 * The answers as they stand: in this browser at once, at the server a moment later, tried again
 * until they are. `onOver` is called when the server takes no more of them.
 */
export function useAnswers(attempt: string, saved: Answers, onOver: () => void) {
  const [answers, setAnswers] = useState(saved);
  const [state, setState] = useState<SaveState>("idle");
  const waiting = useRef<Answers>({});
  const sending = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async () => {
    const batch = waiting.current;
    if (Object.keys(batch).length === 0) return;
    waiting.current = {};
    setState("saving");
    try {
      const path = `/attempts/${attempt}/answers`;
      await callApi(path, { method: "PUT", body: { answers: batch }, keepalive: true });
      setState("saved");
    } catch (error) {
      const code = error instanceof RequestFailed ? error.problem.code : "";
      if (FINAL.includes(code)) onOver();
      // What was changed meanwhile is newer.
      else waiting.current = { ...batch, ...waiting.current };
      setState("failed");
    }
    rememberUnsaved(attempt, waiting.current);
  }, [attempt, onOver]);

  /** Sends what waits, one request at a time. False when something is still unsaved. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    await sending.current;
    sending.current = send();
    await sending.current;
    const done = Object.keys(waiting.current).length === 0;
    if (!done) timer.current = setTimeout(flush, AGAIN_AFTER_MS);
    return done;
  }, [send]);

  const change = useCallback(
    (number: number, answer: Answer) => {
      setAnswers((now) => ({ ...now, [number]: answer }));
      waiting.current = { ...waiting.current, [number]: answer };
      rememberUnsaved(attempt, { ...recallUnsaved(attempt), [number]: answer });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, typeof answer === "string" ? TYPED_AFTER_MS : 0);
    },
    [attempt, flush],
  );

  useEffect(() => {
    const unsaved = recallUnsaved(attempt);
    if (Object.keys(unsaved).length > 0) {
      setAnswers((now) => ({ ...now, ...unsaved }));
      waiting.current = { ...unsaved, ...waiting.current };
      void flush();
    }
    const leave = () => void flush();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      void send();
      clearTimeout(timer.current);
    };
  }, [attempt, flush, send]);

  return { answers, state, change, flush };
}
