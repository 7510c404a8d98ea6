"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "../ui/button";
import type { FieldProps } from "./question-field";

/** Items that are moved up and down, by pointer, touch or keyboard alike. */
export function OrderField({ question, answer, onAnswer }: FieldProps) {
  const t = useTranslations("quiz");
  const { options } = question;
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const answered = typeof answer !== "string" && answer.length === options.length;
  const order = answered ? answer : options.map((_, place) => place);

  const move = (from: number, by: -1 | 1) => {
    const to = from + by;
    const next = [...order];
    [next[from], next[to]] = [next[to] as number, next[from] as number];
    onAnswer(next);
    const text = options[order[from] as number]?.text ?? "";
    setSaid(t("moved", { text, place: to + 1, total: order.length }));
    // The item keeps the focus; at an end its other button takes it.
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const same = row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]:not(:disabled)`);
      (same ?? row?.querySelector<HTMLButtonElement>("button:not(:disabled)"))?.focus();
    });
  };

  return (
    <>
      <ol ref={list} className="grid grid-cols-1 gap-2">
        {order.map((place, index) => {
          const option = options[place];
          if (!option) return null;
          return (
            <li
              key={option.text}
              className="flex items-center gap-2 rounded-md border border-line py-2 pr-2 pl-3"
            >
              <span className="w-5 shrink-0 text-muted tabular-nums">{index + 1}.</span>
              <div className="min-w-0 flex-1">{option.shown}</div>
              <div className="flex shrink-0 gap-1">
                <MoveButton
                  by={-1}
                  label={t("up", { text: option.text })}
                  disabled={index === 0}
                  onMove={() => move(index, -1)}
                />
                <MoveButton
                  by={1}
                  label={t("down", { text: option.text })}
                  disabled={index === order.length - 1}
                  onMove={() => move(index, 1)}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {answered ? (
          <Button variant="quiet" className="text-muted" onClick={() => onAnswer([])}>
            {t("clear")}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={() => onAnswer(order)}>
              {t("keepOrder")}
            </Button>
            <span className="text-muted text-sm">{t("orderUntouched")}</span>
          </>
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

type MoveProps = { by: -1 | 1; label: string; disabled: boolean; onMove: () => void };

function MoveButton({ by, label, disabled, onMove }: MoveProps) {
  return (
    <Button
      variant="secondary"
      className="size-9 shrink-0 px-0"
      aria-label={label}
      data-by={by}
      disabled={disabled}
      onClick={onMove}
    >
      <span aria-hidden="true">{by < 0 ? "↑" : "↓"}</span>
    </Button>
  );
}
