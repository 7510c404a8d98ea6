"use client";

import { useRef } from "react";
import { SaveNote } from "./save-note";
import { useAutosave } from "./use-autosave";

type Props = {
  path: string;
  /** The rubric's criteria, whose fields the form holds. */
  criteria: string[];
};

/** Keeps the marks of the form around it while they are being written. */
export function MarksAutosave({ path, criteria }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const state = useAutosave(here, path, (form) => ({
    marks: Object.fromEntries(
      criteria.map((slug) => {
        const level = form.get(`${slug}.level`);
        const comment = String(form.get(`${slug}.comment`) ?? "");
        return [slug, { level: level === null ? null : Number(level), comment }];
      }),
    ),
  }));
  return (
    <div ref={here}>
      <SaveNote state={state} />
    </div>
  );
}
