"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "../ui/button";

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
    <dialog
      ref={dialog}
      aria-labelledby="finish-title"
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-lg border border-line bg-raised p-5 text-ink backdrop:bg-black/50"
    >
      <h2 id="finish-title" className="font-semibold text-lg">
        {t("finishTitle")}
      </h2>
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
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={close} autoFocus>
          {t("finishNo")}
        </Button>
        <Button onClick={onFinish} disabled={sending}>
          {t("finishYes")}
        </Button>
      </div>
    </dialog>
  );
}
