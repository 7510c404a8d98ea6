"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "../ui/button";

type Props = {
  dialog: RefObject<HTMLDialogElement | null>;
  days: number;
  sending: boolean;
  onEnd: () => void;
};

/** Asks before an orientation is ended early. */
export function EndDialog({ dialog, days, sending, onEnd }: Props) {
  const t = useTranslations("orientation");
  const close = () => dialog.current?.close();
  const end = () => {
    close();
    onEnd();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="end-title"
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-lg border border-line bg-raised p-5 text-ink backdrop:bg-black/50"
    >
      <h2 id="end-title" className="font-semibold text-lg">
        {t("endTitle")}
      </h2>
      <p className="mt-2">{t("endText", { days })}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={close} autoFocus>
          {t("endNo")}
        </Button>
        <Button onClick={end} disabled={sending}>
          {t("endYes")}
        </Button>
      </div>
    </dialog>
  );
}
