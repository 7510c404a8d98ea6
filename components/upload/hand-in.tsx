"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/button";
import { callApi, RequestFailed } from "../workspace/api";
import { FileField } from "./file-field";
import { useUpload } from "./use-upload";

/** Nothing to show before the first file, so not among what the page loads first. */
const LiveResult = lazy(() => import("../workspace/live-result"));

type Props = { slug: string; extensions: string[]; maxKb: number };

/** Sends a file, hands it in, and shows how it is judged. */
export function HandIn({ slug, extensions, maxKb }: Props) {
  const t = useTranslations("upload");
  const router = useRouter();
  const upload = useUpload(slug);
  const [handing, setHanding] = useState(false);
  const [submission, setSubmission] = useState<string | null>(null);
  const ready = upload.sending?.phase === "done" && upload.sending.id !== null;

  const handIn = async () => {
    setHanding(true);
    try {
      const { id } = await callApi<{ id: string }>("/submissions", {
        method: "POST",
        body: { challenge: slug, upload: upload.sending?.id },
        // A repeated request, as after a lost connection, makes no second submission.
        headers: { "idempotency-key": upload.sending?.id ?? "" },
      });
      setSubmission(id);
      upload.forget();
    } catch (failure) {
      upload.setError(failure instanceof RequestFailed ? failure.message : t("lost"));
    } finally {
      setHanding(false);
    }
  };

  return (
    <div className="grid gap-3">
      <FileField upload={upload} extensions={extensions} maxKb={maxKb} disabled={handing} />
      {ready ? (
        <Button onClick={handIn} disabled={handing} className="justify-self-start">
          {t("handIn")}
        </Button>
      ) : null}
      {submission ? (
        <div className="overflow-hidden rounded-lg border border-line bg-raised">
          <Suspense fallback={null}>
            <LiveResult
              key={submission}
              streamUrl={`/api/v1/submissions/${submission}/events`}
              // What is left of the day, and one's files, are the server's to tell.
              onFinished={() => router.refresh()}
            />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}
