import { createTranslator } from "next-intl";
import type { FeedbackMessage } from "@/lib/grading/events";
import feedback from "@/messages/en/feedback.json";

/** A case's message in English, for a terminal. */
export function describeMessage({ code, params }: FeedbackMessage): string {
  if (code === "custom") return String(params.en ?? "");
  const t = createTranslator<Record<string, string>>({ locale: "en", messages: feedback });
  const key = code.replaceAll(".", "_");
  return t.has(key) ? t(key, params) : code;
}
