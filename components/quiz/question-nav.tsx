"use client";

import { useTranslations } from "next-intl";

type Props = { numbers: number[]; isAnswered: (number: number) => boolean };

/** A way to every question, which tells what is answered. */
export function QuestionNav({ numbers, isAnswered }: Props) {
  const t = useTranslations("quiz");
  return (
    <nav aria-label={t("questionsNav")} className="mt-2">
      <ol className="flex flex-wrap gap-1">
        {numbers.map((number) => {
          const done = isAnswered(number);
          return (
            <li key={number}>
              <a
                href={`#q${number}`}
                aria-label={t("goTo", { number, state: done ? "done" : "open" })}
                className={`grid size-7 place-items-center rounded border text-sm tabular-nums hover:border-accent ${
                  done ? "border-accent bg-accent text-accent-ink" : "border-edge text-ink"
                }`}
              >
                {number}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
