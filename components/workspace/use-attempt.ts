"use client";

import { useCallback, useEffect, useState } from "react";
import { callApi, RequestFailed } from "./api";
import {
  type Attempt,
  forgetAttempt,
  rememberedAttempt,
  rememberRun,
  rememberSubmission,
} from "./remembered-attempt";

/** Sends code to be run or judged; `attempt` is what was sent last, by this page or before it. */
export function useAttempt(slug: string, entry: string, fallback: string) {
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => setAttempt((now) => now ?? rememberedAttempt(slug)), [slug]);

  const send = useCallback(
    async (kind: Attempt["kind"], code: string) => {
      setSending(true);
      setError(null);
      const body = { challenge: slug, files: { [entry]: code } };
      try {
        setAttempt(await (kind === "run" ? startRun(slug, body) : submit(slug, body)));
      } catch (failure) {
        setError(failure instanceof RequestFailed ? failure.message : fallback);
      } finally {
        setSending(false);
      }
    },
    [slug, entry, fallback],
  );

  /** A run is gone once its result was shown: a reload has nothing to go on with. */
  const finished = useCallback(() => forgetAttempt("run", slug), [slug]);

  /** What was remembered is no longer there: the page goes on as if it had not been. */
  const refused = useCallback(() => {
    if (!attempt) return;
    forgetAttempt(attempt.kind, slug);
    setAttempt(rememberedAttempt(slug));
  }, [attempt, slug]);

  return { attempt, sending, error, setError, send, finished, refused };
}

async function startRun(slug: string, body: object): Promise<Attempt> {
  type Run = { id: string; readKey: string };
  const { id, readKey } = await callApi<Run>("/runs", { method: "POST", body });
  return rememberRun(slug, id, readKey);
}

async function submit(slug: string, body: object): Promise<Attempt> {
  // A repeated request, as after a lost connection, makes no second submission.
  const headers = { "idempotency-key": crypto.randomUUID() };
  const { id } = await callApi<{ id: string }>("/submissions", { method: "POST", body, headers });
  return rememberSubmission(slug, id);
}
