"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DetailedError, Upload } from "tus-js-client";
import { type Problem, RequestFailed } from "../workspace/api";

const PART_BYTES = 4 * 2 ** 20;
const RETRIES_MS = [0, 1000, 3000, 5000];

export type Sending = {
  name: string;
  total: number;
  sent: number;
  phase: "sending" | "paused" | "done";
  /** Set once it has arrived whole. */
  id: string | null;
};

/**
 * Sends a file in parts. What has arrived is kept: after a lost connection it goes on by itself,
 * after a reload when the same file is chosen again.
 */
export function useUpload(challenge: string) {
  const t = useTranslations("upload");
  const locale = useLocale();
  const upload = useRef<Upload | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => () => void upload.current?.abort(), []);

  const forget = useCallback(() => {
    void upload.current?.abort();
    upload.current = null;
    setSending(null);
  }, []);

  const fail = useCallback(
    (failure: Error) => {
      upload.current = null;
      setSending(null);
      setError(problemText(failure) ?? t("lost"));
    },
    [t],
  );

  const send = useCallback(
    async (file: File) => {
      forget();
      setError(null);
      setSending({ name: file.name, total: file.size, sent: 0, phase: "sending", id: null });
      try {
        const { Upload } = await import("tus-js-client");
        const one = new Upload(file, {
          endpoint: "/api/v1/uploads",
          chunkSize: PART_BYTES,
          retryDelays: RETRIES_MS,
          removeFingerprintOnSuccess: true,
          // Another challenge takes a file of its own.
          fingerprint: async () =>
            ["touchstone", challenge, file.name, file.size, file.lastModified].join(":"),
          metadata: { challenge, filename: file.name },
          headers: { "accept-language": locale },
          onProgress: (sent) => setSending((now) => now && { ...now, sent }),
          onError: fail,
          onSuccess: () => {
            const id = one.url?.split("/").at(-1) ?? null;
            setSending((now) => now && { ...now, sent: now.total, phase: "done", id });
          },
        });
        upload.current = one;
        const [earlier] = await one.findPreviousUploads();
        if (earlier) one.resumeFromPreviousUpload(earlier);
        one.start();
      } catch (failure) {
        fail(failure as Error);
      }
    },
    [challenge, locale, fail, forget],
  );

  const pause = useCallback(() => {
    void upload.current?.abort();
    setSending((now) => now && { ...now, phase: "paused" });
  }, []);

  const resume = useCallback(() => {
    setSending((now) => now && { ...now, phase: "sending" });
    upload.current?.start();
  }, []);

  return { sending, error, setError, send, pause, resume, forget };
}

/** The server's own words, where it gave some. */
function problemText(failure: Error): string | undefined {
  const body = (failure as Partial<DetailedError>).originalResponse?.getBody();
  try {
    return body ? new RequestFailed(JSON.parse(body) as Problem).message : undefined;
  } catch {
    return undefined;
  }
}
