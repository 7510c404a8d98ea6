"use client";

import { useTranslations } from "next-intl";
import { readNumber } from "@/lib/quiz/read-number";
import { TEXT_LIMIT } from "@/lib/quiz/text-limit";
import { FieldFrame } from "../ui/field-frame";
import { Input } from "../ui/input";
import type { FieldProps } from "./question-field";

/** A number with its unit, or a short text. */
export function TypedField({ question, answer, onAnswer }: FieldProps) {
  const t = useTranslations("quiz");
  const { number, kind, unit } = question;
  const text = typeof answer === "string" ? answer : "";
  const numeric = kind === "numeric";
  const unread =
    numeric && text.trim() !== "" && Number.isNaN(readNumber(text, unit ? [unit] : []));
  return (
    <FieldFrame
      id={`q${number}-answer`}
      label={unit ? t("answerIn", { unit }) : t("answer")}
      {...(unread ? { error: t("notNumber") } : {})}
    >
      {(described) => (
        <div className="flex items-center gap-2">
          <Input
            id={`q${number}-answer`}
            value={text}
            maxLength={TEXT_LIMIT}
            inputMode={numeric ? "decimal" : "text"}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={described}
            aria-invalid={unread || undefined}
            onChange={(event) => onAnswer(event.target.value)}
            className={numeric ? "max-w-48" : "max-w-md"}
          />
          {unit ? <span aria-hidden="true">{unit}</span> : null}
        </div>
      )}
    </FieldFrame>
  );
}
