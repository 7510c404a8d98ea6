"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { ConfirmDialog } from "../ui/confirm-dialog";

type Props = {
  dialog: RefObject<HTMLDialogElement | null>;
  /** Numbers of the questions without an answer. */
  missing: number[];
  unsaved: boolean;
  sending: boolean;
  problem: string | null;
  onFinish: () => void;
};

/** Asks before an attempt is handed in, and names what has no answer. */
export function FinishDialog({ dialog, missing, unsaved, sending, problem, onFinish }: Props) {
  const t = useTranslations("quiz");
  const close = () => dialog.current?.close();
  return (
    <ConfirmDialog
      {...{ dialog, title: t("finishTitle"), no: t("finishNo"), yes: t("finishYes") }}
      busy={sending}
      onYes={onFinish}
    >
      {missing.length === 0 ? (
        <p className="mt-2">{t("finishAll")}</p>
      ) : (
        <>
          <p className="mt-2">{t("finishMissing", { n: missing.length })}</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {missing.map((number) => (
              <li key={number}>
                <a
                  href={`#q${number}`}
                  onClick={close}
                  aria-label={t("goTo", { number, state: "open" })}
                  className="grid size-9 place-items-center rounded-md border border-edge tabular-nums hover:bg-surface"
                >
                  {number}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {unsaved ? <p className="mt-3 text-sm text-warn">{t("finishUnsaved")}</p> : null}
      {problem ? (
        <p role="alert" className="mt-3 text-bad text-sm">
          {problem}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
