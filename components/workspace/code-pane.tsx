"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, lazy, type Ref, Suspense, useRef, useState } from "react";
import { Button } from "../ui/button";
import type { EditorHandle } from "./code-editor";
import type { DraftState } from "./use-draft";

const CodeEditor = lazy(() => import("./code-editor"));
const UPLOAD_LIMIT = 262_144;

type Props = {
  initial: string | null;
  starter: string;
  draft: DraftState;
  editor: Ref<EditorHandle> & { current: EditorHandle | null };
  current: () => string;
  onChange: (text: string) => void;
  onRun: () => void;
  onSubmit: () => void;
  onProblem: (text: string) => void;
};

/** The editor with what one does to its text: reset, undo of a reset, upload. */
export function CodePane(props: Props) {
  const { initial, starter, draft, editor, current, onChange, onRun, onSubmit, onProblem } = props;
  const t = useTranslations("challenge");
  const [asking, setAsking] = useState(false);
  const [before, setBefore] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  const reset = () => {
    setBefore(current());
    editor.current?.replace(starter);
    setAsking(false);
  };
  const undo = () => {
    if (before !== null) editor.current?.replace(before);
    setBefore(null);
  };
  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    const text = file.size <= UPLOAD_LIMIT ? await file.text() : "\0";
    if (text.includes("\0")) onProblem(t("uploadBad"));
    else editor.current?.replace(text);
  };

  return (
    <div className="flex h-full min-h-0 flex-col bg-raised">
      <div className="flex flex-wrap items-center gap-1 border-line border-b px-2 py-1">
        {asking ? (
          <>
            <span className="px-2 text-sm">{t("resetSure")}</span>
            <Button variant="danger" onClick={reset}>
              {t("reset")}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {t("cancel")}
            </Button>
          </>
        ) : (
          <>
            <Button variant="quiet" onClick={() => setAsking(true)}>
              {t("reset")}
            </Button>
            {before === null ? null : (
              <Button variant="quiet" onClick={undo}>
                {t("undo")}
              </Button>
            )}
            <Button variant="quiet" onClick={() => picker.current?.click()}>
              {t("upload")}
            </Button>
            <input
              ref={picker}
              type="file"
              accept=".py,text/x-python,text/plain"
              aria-label={t("upload")}
              onChange={upload}
              className="sr-only"
              tabIndex={-1}
            />
            <DraftNote draft={draft} />
          </>
        )}
      </div>
      <div className="min-h-0 flex-1">
        {initial === null ? null : (
          <Suspense
            fallback={
              <pre tabIndex={0} className="h-full overflow-auto p-4 font-mono text-sm">
                {initial}
              </pre>
            }
          >
            <CodeEditor
              ref={editor}
              initial={initial}
              label={t("editor")}
              onChange={onChange}
              onRun={onRun}
              onSubmit={onSubmit}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}

function DraftNote({ draft }: { draft: DraftState }) {
  const t = useTranslations("challenge.draft");
  if (draft.kind === "idle") return null;
  const text = draft.kind === "failed" ? t("failed", { reason: draft.reason }) : t(draft.kind);
  return (
    <span role="status" className="ml-auto px-2 text-muted text-xs">
      {text}
    </span>
  );
}
