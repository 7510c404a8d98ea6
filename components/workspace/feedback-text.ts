import type { Locale } from "@/i18n/routing";
import type { FeedbackMessage } from "@/lib/grading/events";

type Translate = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean;
};

/** A message's sentence in the reader's language. A checker's own words come in both. */
export function feedbackText(message: FeedbackMessage, locale: Locale, t: Translate): string {
  if (message.code === "custom") return String(message.params[locale] ?? "");
  const key = message.code.replaceAll(".", "_");
  const params = Object.fromEntries(
    Object.entries(message.params).map(([name, value]) => [name, shortNumber(value)]),
  );
  return t.has(key) ? t(key, params) : t("unknown");
}

const shortNumber = (value: string | number) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
