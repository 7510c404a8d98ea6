"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { Button } from "../ui/button";
import type { useUpload } from "./use-upload";

type Props = {
  upload: ReturnType<typeof useUpload>;
  extensions: string[];
  maxKb: number;
  disabled?: boolean;
};

/** A file to choose or to drop, and how far it has come. */
export function FileField({ upload, extensions, maxKb, disabled = false }: Props) {
  const t = useTranslations("upload");
  const id = useId();
  const [over, setOver] = useState(false);
  const { sending, error, send } = upload;

  const take = (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    if (!file || disabled) return;
    if (more.length > 0) upload.setError(t("single"));
    else if (file.size > maxKb * 1024) upload.setError(t("tooLarge", { limit: maxKb }));
    else void send(file);
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <div className="grid gap-2">
      {/* Dropping is a shortcut for the file input inside, which every reader reaches. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`grid justify-items-center gap-1 rounded-lg border border-edge border-dashed px-3 py-5 text-center text-sm ${over ? "bg-accent-soft" : "bg-surface"}`}
      >
        <label
          htmlFor={id}
          className="cursor-pointer rounded text-accent underline has-[:focus-visible]:outline-2"
        >
          {t("choose")}
          <input
            id={id}
            type="file"
            className="sr-only"
            accept={extensions.map((one) => `.${one}`).join(",")}
            aria-describedby={`${id}-rules`}
            disabled={disabled}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
          />
        </label>
        <span className="text-muted">{t("drop")}</span>
        <span id={`${id}-rules`} className="text-muted text-xs">
          {t("rules", { extensions: extensions.map((one) => `.${one}`).join(", "), limit: maxKb })}
        </span>
      </div>
      {error ? (
        <p role="alert" className="text-bad text-sm">
          {error}
        </p>
      ) : null}
      {sending ? <Progress upload={upload} sending={sending} /> : null}
    </div>
  );
}

type ProgressProps = { upload: Props["upload"]; sending: NonNullable<Props["upload"]["sending"]> };

function Progress({ upload, sending }: ProgressProps) {
  const t = useTranslations("upload");
  const format = useFormatter();
  const { name, sent, total, phase } = sending;
  const share = total > 0 ? sent / total : 0;
  return (
    <div className="grid gap-1.5 rounded-lg border border-line bg-raised px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 break-all font-medium">{name}</span>
        <span className="text-muted tabular-nums" role="status">
          {phase === "done"
            ? t("arrived")
            : t(phase, { share: format.number(share, { style: "percent" }) })}
        </span>
      </div>
      {phase === "done" ? null : (
        <progress className="h-1.5 w-full" max={1} value={share} aria-label={t("progress")} />
      )}
      <div className="flex gap-2">
        {phase === "sending" ? (
          <Button variant="secondary" onClick={upload.pause}>
            {t("pause")}
          </Button>
        ) : null}
        {phase === "paused" ? (
          <Button variant="secondary" onClick={upload.resume}>
            {t("resume")}
          </Button>
        ) : null}
        <Button variant="secondary" onClick={upload.forget}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
}
