import { detectLanguage, type Language, wordCount } from "./detect-language";
import { type Glossary, toEnglish } from "./glossary";
import { characterGrams, hanBigrams, words } from "./tokenize";

/** A title names a role; a longer text describes it. They are weighed differently. */
export type Length = "title" | "text";

/** All that ranking needs of a text, but its vector. */
export type DescribedText = {
  language: Language;
  length: Length;
  /** Share of its Chinese that the model gets to read, 0 to 1. */
  coverage: number;
  /** What the model reads. */
  forModel: string;
  /** Words and pairs of Han characters, as written: tools are named alike in every language. */
  terms: string[];
  /** Pieces of the text as written. */
  grams: string[];
};

export type Reading = {
  glossary: Glossary;
  /** Whether the model reads Chinese itself. */
  multilingual: boolean;
  /** Taken for the language of the text instead of looking. */
  language?: Language;
};

/** A title has at most this many words. */
const TITLE_WORDS = 10;
/** Far beyond any résumé; a text is cut here, so that no input can hold a worker up. */
const MOST_CHARACTERS = 20_000;

const HAN = /\p{Script=Han}/u;

/** Half of a pair of surrogates, or a control character, means nothing and could upset a tokenizer. */
const clean = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .replace(/[^\P{C}\n]|\uFFFD/gu, " ")
    .trim();

const isTitle = (text: string): boolean =>
  wordCount(text) <= TITLE_WORDS && !/[。！？!?\n]|\.\s/u.test(text);

/** All that ranking needs of a text, but what only the model reads. */
export type ReadText = Omit<DescribedText, "forModel">;

/**
 * Reads a text for ranking without a glossary.
 * @param coverage share of its Chinese that the model got to read
 */
export function readText(raw: string, coverage: number, language?: Language): ReadText {
  const text = clean(raw);
  return {
    language: language ?? detectLanguage(text),
    length: isTitle(text) ? "title" : "text",
    coverage,
    terms: [...words(text), ...hanBigrams(text)],
    grams: characterGrams(text),
  };
}

/** Reads a text for ranking, and for the model. */
export function describeText(
  raw: string,
  { glossary, multilingual, language }: Reading,
): DescribedText {
  const text = clean(raw);
  // A Chinese word or two in an English text are translated too, unless somebody said otherwise.
  const holdsChinese = language !== "en" && HAN.test(text);
  const translated = holdsChinese ? toEnglish(text, glossary) : undefined;
  const read = readText(raw, multilingual ? 1 : (translated?.coverage ?? 1), language);
  const forModel = multilingual ? text : (translated?.english ?? text);
  // A bare title is too little for a model of sentences; measured, the frame helps.
  const framed = read.length === "title" && !multilingual && forModel !== "";
  return { ...read, forModel: framed ? `a person who works as ${forModel}` : forModel };
}
