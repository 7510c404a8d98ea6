"use client";

import { useTranslations } from "next-intl";
import type { SaveState } from "./use-autosave";

/** Whether what was typed is safe. */
export function SaveNote({ state }: { state: SaveState }) {
  const t = useTranslations("project.form");
  const tone = state.kind === "failed" || state.kind === "refused" ? "text-bad" : "text-muted";
  return (
    <p role="status" className={`text-sm ${tone}`}>
      {state.kind === "refused" ? state.reason : t(`save.${state.kind}`)}
    </p>
  );
}
