"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { TextAreaField } from "../ui/text-area-field";
import { SaveNote } from "./save-note";
import { useAutosave } from "./use-autosave";

type Props = {
  piece: string;
  report: string;
  revision: number;
  min: number;
  max: number;
};

/** The report, kept at the server while it is being written. */
export function ReportField({ piece, report, revision: first, min, max }: Props) {
  const t = useTranslations("project.form");
  const here = useRef<HTMLDivElement>(null);
  const [saved, setSaved] = useState(first);
  // The form's own button saves too, and the page comes back with what that made of it.
  const revision = Math.max(saved, first);
  const [length, setLength] = useState([...report.trim()].length);
  const state = useAutosave<{ revision: number }>(
    here,
    `/pieces/${piece}/report`,
    (form) => ({ report: String(form.get("report") ?? ""), revision }),
    (answer) => setSaved(answer.revision),
  );
  return (
    <div ref={here} className="grid gap-2">
      <input type="hidden" name="revision" value={revision} />
      <TextAreaField
        name="report"
        label={t("report")}
        hint={t("reportHint", { min, max })}
        defaultValue={report}
        rows={22}
        maxLength={max}
        onChange={(event) => setLength([...event.target.value.trim()].length)}
        spellCheck
      />
      <div className="flex flex-wrap justify-between gap-x-4">
        <SaveNote state={state} />
        <p className="text-muted text-sm tabular-nums">{t("characters", { n: length })}</p>
      </div>
    </div>
  );
}
