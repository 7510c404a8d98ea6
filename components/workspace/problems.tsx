"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import type { FeedbackMessage } from "@/lib/grading/events";
import { feedbackText } from "./feedback-text";
import { inertText } from "./inert-text";

type Props = { problems: NonNullable<FeedbackMessage["problems"]> };

/** What is wrong with an uploaded file, by row and column. */
export function Problems({ problems }: Props) {
  const t = useTranslations("challenge.problems");
  const feedback = useTranslations("feedback");
  const locale = useLocale() as Locale;
  return (
    <section
      // A list that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("title")}
      className="mt-2 max-h-80 overflow-auto rounded border border-line"
    >
      <table className="w-full text-sm">
        <thead className="border-line border-b text-left text-muted">
          <tr>
            {(["row", "column", "problem"] as const).map((column) => (
              <th key={column} scope="col" className="px-2 py-1 font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {[...problems.entries()].map(([index, { code, row, column, ...params }]) => (
            <tr key={index}>
              <td className="px-2 py-1 tabular-nums">{row}</td>
              <td className="px-2 py-1 font-mono text-xs">{column}</td>
              <td className="break-words px-2 py-1">
                {inertText(feedbackText({ code, params }, locale, feedback))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
