type Titled = { titleEn: string; titleZh: string };
type Texts = Titled & { textEn: string; textZh: string };

/** The title in the reader's language, else in the other one; empty for a draft without. */
export const titleIn = ({ titleEn, titleZh }: Titled, locale: string): string =>
  locale === "zh" ? titleZh || titleEn : titleEn || titleZh;

/** The language in which an opening is told to a reader: his own where it has title and text. */
export function spokenLocale({ titleEn, titleZh, textEn, textZh }: Texts, locale: string) {
  const other = locale === "zh" ? titleEn && textEn : titleZh && textZh;
  const own = locale === "zh" ? titleZh && textZh : titleEn && textEn;
  const zh = own || !other ? locale === "zh" : locale !== "zh";
  return zh ? ("zh" as const) : ("en" as const);
}
