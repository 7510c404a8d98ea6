"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import type { FieldProps } from "./question-field";

/** Options of which one or several are chosen. */
export function ChoiceField({ question, answer, onAnswer }: FieldProps) {
  const t = useTranslations("quiz");
  const { number, kind, options } = question;
  const chosen = typeof answer === "string" ? [] : answer;
  const toggle = (place: number) => {
    if (kind === "single") return onAnswer([place]);
    const others = chosen.filter((one) => one !== place);
    onAnswer(chosen.includes(place) ? others : [...others, place].sort((a, b) => a - b));
  };
  return (
    <>
      <div className="grid grid-cols-1 gap-2">
        {options.map(({ text, shown }, place) => (
          <label
            key={text}
            className="flex cursor-pointer items-start gap-3 rounded-md border border-line px-3 py-2 hover:bg-surface has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type={kind === "single" ? "radio" : "checkbox"}
              name={`q${number}`}
              checked={chosen.includes(place)}
              onChange={() => toggle(place)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <div className="min-w-0 flex-1">{shown}</div>
          </label>
        ))}
      </div>
      {kind === "single" && chosen.length > 0 ? (
        <Button variant="quiet" className="mt-2 text-muted" onClick={() => onAnswer([])}>
          {t("clear")}
        </Button>
      ) : null}
    </>
  );
}
