import { createTranslator } from "use-intl/core";
import { publicUrl } from "@/lib/platform/env";
import en from "@/messages/en/mail.json";
import zh from "@/messages/zh/mail.json";

const MESSAGES = { en, zh };

export type MailLocale = keyof typeof MESSAGES;
export type LetterKind = Exclude<keyof typeof en, "frame">;

export type Letter = {
  kind: LetterKind;
  locale: string;
  /** Path below /<locale> that the letter's link leads to. */
  path?: string;
  params?: Record<string, string>;
};

export const mailLocale = (locale: string): MailLocale => (locale === "zh" ? "zh" : "en");

/** What people wrote at length keeps its lines. All else may be a name, and one may come from anywhere. */
const AT_LENGTH: readonly string[] = ["answer"];

/** No line of a name becomes a header or a paragraph of a letter. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

/** Subject and plain text of a letter in its reader's language. */
export function composeLetter({ kind, locale, path = "", params = {} }: Letter) {
  const reader = mailLocale(locale);
  const texts = MESSAGES[reader];
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      AT_LENGTH.includes(name) ? value : oneLine(value),
    ]),
  );
  values.link = `${publicUrl()}/${reader}${path}`;
  const fill = (namespace: LetterKind | "frame", key: string) =>
    createTranslator<Record<string, string>>({ locale: reader, messages: texts[namespace] })(
      key,
      values,
    );
  const text = [fill("frame", "greeting"), fill(kind, "text"), fill("frame", "closing")];
  return { subject: fill(kind, "subject"), text: `${text.join("\n\n")}\n` };
}
