import { createTranslator } from "use-intl/core";
import type { Level } from "@/lib/measurement/parameters";
import en from "@/messages/en/credential.json";
import zh from "@/messages/zh/credential.json";
import type { Bilingual } from "./credential-input";

const MESSAGES = { en, zh };

export type CredentialLocale = keyof typeof MESSAGES;

const OTHER = { en: "zh", zh: "en" } as const;

/** The fixed words of a credential, in its language. */
export function credentialTexts(locale: CredentialLocale) {
  const t = createTranslator({ locale, messages: MESSAGES[locale] });
  return {
    level: (level: Level) => t(`levels.${level}`),
    name: (title: Bilingual, level: Level) =>
      t("name", { title: title[locale], level: t(`levels.${level}`) }),
    criteria: (criteria: Bilingual) => t("criteria", { criteria: criteria[locale] }),
    result: (kind: "level" | "mean" | "low" | "high" | "probability", skill: string, cut: string) =>
      t(`results.${kind}`, { skill, cut }),
    evidence: () => t("evidence"),
    issuer: () => t("issuer"),
  };
}

/**
 * A longer text in the credential's language, then in the other one: Open Badges has one string
 * for it and no term for its language, and a reader may know either.
 */
export const inBoth = (locale: CredentialLocale, text: (locale: CredentialLocale) => string) =>
  `${text(locale)}\n\n${text(OTHER[locale])}`;

/** The same for a name: the other language stands on the same line. */
export const besideOther = (locale: CredentialLocale, text: (locale: CredentialLocale) => string) =>
  `${text(locale)} / ${text(OTHER[locale])}`;
