"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { FileField } from "../upload/file-field";
import { useUpload } from "../upload/use-upload";
import { callApi, RequestFailed } from "../workspace/api";

type Props = {
  slug: string;
  piece: string;
  extensions: string[];
  maxKb: number;
  /** Said where the request fails without an answer. */
  failed: string;
};

/** Sends a file and puts it beside the report as soon as it has arrived. */
export function AttachField({ slug, piece, extensions, maxKb, failed }: Props) {
  const router = useRouter();
  const upload = useUpload(slug);
  const [busy, setBusy] = useState(false);
  const arrived = upload.sending?.phase === "done" ? upload.sending.id : null;

  const attach = useEffectEvent(async (id: string) => {
    setBusy(true);
    try {
      await callApi(`/pieces/${piece}/files`, { method: "POST", body: { upload: id } });
      router.refresh();
    } catch (failure) {
      upload.setError(failure instanceof RequestFailed ? failure.message : failed);
    }
    upload.forget();
    setBusy(false);
  });
  useEffect(() => {
    if (arrived) void attach(arrived);
  }, [arrived]);

  return <FileField upload={upload} extensions={extensions} maxKb={maxKb} disabled={busy} />;
}
