const RUN = /\p{Script=Han}+|[\p{L}\p{N}][\p{L}\p{N}+#]*/gu;
const HAN = /^\p{Script=Han}/u;

/** Words that stand in every text and tell none from another. */
const STOP_WORDS = new Set(
  (
    "a an and are as at be been by can could did do does for from had has have he her his i in into is it " +
    "its me my no not of on or our she so that the their them then there these they this to was we were " +
    "what when where which who whom will with would you your"
  ).split(" "),
);

type Run = { text: string; han: boolean };

/** A text's runs of Han characters and of other letters, in lower case. */
function runs(text: string): Run[] {
  const found = text.normalize("NFKC").toLowerCase().match(RUN) ?? [];
  // The second pattern would swallow Han that stands behind a Latin letter.
  return found.flatMap((run) =>
    (run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).map((piece) => ({
      text: piece,
      han: HAN.test(piece),
    })),
  );
}

/** The plural and the singular of an English noun are one term. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The English words of a text, without stop words. */
export const words = (text: string): string[] =>
  runs(text)
    .filter((run) => !run.han && !STOP_WORDS.has(run.text))
    .map((run) => stem(run.text));

/** All pieces of `size` neighbouring characters; a shorter run is one piece. */
function pieces(characters: string[], size: number): string[] {
  if (characters.length < size) return [];
  return Array.from({ length: characters.length - size + 1 }, (_, at) =>
    characters.slice(at, at + size).join(""),
  );
}

/** Pairs of neighbouring Han characters: words of Chinese without a dictionary. */
export const hanBigrams = (text: string): string[] =>
  runs(text)
    .filter((run) => run.han)
    .flatMap(({ text: run }) => {
      const characters = [...run];
      return characters.length === 1 ? characters : pieces(characters, 2);
    });

/** Han characters alone, in pairs and in threes; of other words threes and fours, ends marked. */
export const characterGrams = (text: string): string[] =>
  runs(text).flatMap(({ text: run, han }) => {
    const characters = [...run];
    const marked = ["_", ...characters, "_"];
    return han
      ? [1, 2, 3].flatMap((size) => pieces(characters, size))
      : [3, 4].flatMap((size) => pieces(marked, size));
  });
