"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Answers } from "@/lib/quiz/answers";
import { callApi, RequestFailed } from "../workspace/api";

export type SaveState = "idle" | "saving" | "saved" | "failed";

/** Typing is saved once it pauses; a choice at once. */
const TYPED_AFTER_MS = 500;
const AGAIN_AFTER_MS = 3_000;

/**
 * The answers as they stand, saved a moment after each change and tried again until they are.
 * `onOver` is called when the server takes no more of them.
 */
export function useAnswers(attempt: string, saved: Answers, onOver: () => void) {
  const [answers, setAnswers] = useState(saved);
  const [state, setState] = useState<SaveState>("idle");
  const waiting = useRef<Answers>({});
  const sending = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const path = `/attempts/${attempt}/answers`;

  const send = useCallback(async () => {
    const batch = waiting.current;
    if (Object.keys(batch).length === 0) return;
    waiting.current = {};
    setState("saving");
    try {
      await callApi(path, { method: "PUT", body: { answers: batch }, keepalive: true });
      setState("saved");
    } catch (error) {
      if (error instanceof RequestFailed && error.problem.code === "attempt_over") return onOver();
      // What was changed meanwhile is newer.
      waiting.current = { ...batch, ...waiting.current };
      setState("failed");
    }
  }, [path, onOver]);

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
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, typeof answer === "string" ? TYPED_AFTER_MS : 0);
    },
    [flush],
  );

  useEffect(() => {
    // What was typed last goes out before the page does.
    const leave = () => void flush();
    document.addEventListener("visibilitychange", leave);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      removeEventListener("pagehide", leave);
      void send();
      clearTimeout(timer.current);
    };
  }, [flush, send]);

  return { answers, state, change, flush };
}
