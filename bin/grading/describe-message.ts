import { createTranslator } from "next-intl";
import type { FeedbackMessage } from "@/lib/grading/events";
import feedback from "@/messages/en/feedback.json";

/** A case's message in English, for a terminal; problems of a file on lines of their own. */
export function describeMessage({ code, params, problems = [] }: FeedbackMessage): string {
  if (code === "custom") return String(params.en ?? "");
  const t = createTranslator<Record<string, string>>({ locale: "en", messages: feedback });
  const said = (code: string, params: FeedbackMessage["params"]) => {
    const key = code.replaceAll(".", "_");
    return t.has(key) ? t(key, params) : code;
  };
  const lines = problems.map(
    ({ code, row, column, ...rest }) => `     row ${row} ${column}: ${said(code, rest)}`,
  );
  return [said(code, params), ...lines].join("\n");
}
