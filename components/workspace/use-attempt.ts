"use client";

import { useCallback, useEffect, useState } from "react";
import { callApi, RequestFailed } from "./api";

export type Attempt = { kind: "run" | "submission"; id: string; streamUrl: string };

const keyOf = (slug: string) => `touchstone:attempt:${slug}`;

/** The submission that this tab showed last: a reload goes on with it. */
function rememberedSubmission(slug: string): Attempt | null {
  const id = sessionStorage.getItem(keyOf(slug));
  return id ? submissionAttempt(id) : null;
}

const submissionAttempt = (id: string): Attempt => ({
  kind: "submission",
  id,
  streamUrl: `/api/v1/submissions/${id}/events`,
});

/** Sends code to be run or judged; `attempt` is what was sent last. */
export function useAttempt(slug: string, entry: string, fallback: string) {
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => setAttempt((now) => now ?? rememberedSubmission(slug)), [slug]);

  const send = useCallback(
    async (kind: Attempt["kind"], code: string) => {
      setSending(true);
      setError(null);
      const body = { challenge: slug, files: { [entry]: code } };
      try {
        const sent = kind === "run" ? await startRun(body) : await submit(body);
        if (sent.kind === "submission") sessionStorage.setItem(keyOf(slug), sent.id);
        setAttempt(sent);
      } catch (failure) {
        setError(failure instanceof RequestFailed ? failure.message : fallback);
      } finally {
        setSending(false);
      }
    },
    [slug, entry, fallback],
  );
  return { attempt, sending, error, setError, send };
}

async function startRun(body: object): Promise<Attempt> {
  type Run = { id: string; readKey: string };
  const { id, readKey } = await callApi<Run>("/runs", { method: "POST", body });
  const streamUrl = `/api/v1/runs/${id}/events?key=${encodeURIComponent(readKey)}`;
  return { kind: "run", id, streamUrl };
}

async function submit(body: object): Promise<Attempt> {
  // A repeated request, as after a lost connection, makes no second submission.
  const headers = { "idempotency-key": crypto.randomUUID() };
  const { id } = await callApi<{ id: string }>("/submissions", { method: "POST", body, headers });
  return submissionAttempt(id);
}
