/** What a text is written in. Texts without a letter count as English: there is nothing to translate. */
export type Language = "en" | "zh" | "mixed";

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[\p{Script=Latin}][\p{Script=Latin}\p{N}+#.'-]*/gu;

/** A Latin word says about as much as two Han characters. */
const HAN_PER_WORD = 2;
/** Below the first share of Han a text is English, above the second Chinese. */
const ENGLISH_BELOW = 0.15;
const CHINESE_FROM = 0.75;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The length of a text in words, of either language. */
export const wordCount = (text: string): number =>
  count(text, HAN) / HAN_PER_WORD + count(text, LATIN_WORD);

/** The language of a text by the share of each script. Chinese that names a few tools stays Chinese. */
export function detectLanguage(text: string): Language {
  const words = wordCount(text);
  const share = words === 0 ? 0 : count(text, HAN) / HAN_PER_WORD / words;
  if (share < ENGLISH_BELOW) return "en";
  return share < CHINESE_FROM ? "mixed" : "zh";
}
