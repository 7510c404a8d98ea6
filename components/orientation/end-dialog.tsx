"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { ConfirmDialog } from "../ui/confirm-dialog";

type Props = {
  dialog: RefObject<HTMLDialogElement | null>;
  days: number;
  sending: boolean;
  onEnd: () => void;
};

/** Asks before an orientation is ended early. */
export function EndDialog({ dialog, days, sending, onEnd }: Props) {
  const t = useTranslations("orientation");
  const end = () => {
    dialog.current?.close();
    onEnd();
  };
  return (
    <ConfirmDialog
      {...{ dialog, title: t("endTitle"), no: t("endNo"), yes: t("endYes") }}
      busy={sending}
      onYes={end}
    >
      <p className="mt-2">{t("endText", { days })}</p>
    </ConfirmDialog>
  );
}
