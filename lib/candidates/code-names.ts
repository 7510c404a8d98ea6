type Kind = "region" | "language" | "currency";

/** What a code of a country, a language or a currency is called; the code where nobody knows it. */
export function nameOf(kind: Kind, code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: kind }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Codes with their names in the reader's language, by name. */
export const named = (codes: readonly string[], kind: Kind, locale: string) =>
  codes
    .map((value) => ({ value, label: nameOf(kind, value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
