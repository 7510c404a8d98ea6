/** A country's or a language's name in the reader's language; its code where nobody knows it. */
const nameOf = (type: "region" | "language", code: string, locale: string): string => {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
  } catch {
    return code;
  }
};

export const regionName = (code: string, locale: string) => nameOf("region", code, locale);
export const tongueName = (code: string, locale: string) => nameOf("language", code, locale);
