"use client";

import { type ReactNode, type RefObject, useId } from "react";
import { Button } from "./button";

type Props = {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  /** Words of the two buttons: back to where one was, and on. */
  no: string;
  yes: string;
  busy: boolean;
  onYes: () => void;
  children: ReactNode;
};

/** Asks before something that cannot be taken back; the way back has the focus. */
export function ConfirmDialog({ dialog, title, no, yes, busy, onYes, children }: Props) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-lg border border-line bg-raised p-5 text-ink backdrop:bg-black/50"
    >
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={() => dialog.current?.close()} autoFocus>
          {no}
        </Button>
        <Button onClick={onYes} disabled={busy}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
