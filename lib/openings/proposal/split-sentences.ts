export type Sentence = { text: string; must: boolean };

/** Longer pieces are cut: a sentence is shown beside what was found in it. */
const LONGEST = 400;
const MOST = 400;

const NICE_HEADING =
  /^(nice[ -]to[ -]have|preferred|bonus|desirable|optional|a plus|good to have|pluses|加分项?|优先条件|优先考虑|有.{0,4}更佳|加分条件)/iu;
const MUST_HEADING =
  /^(requirements?|required|must[ -]haves?|qualifications?|minimum|what you|you have|you will|responsibilities|duties|about|任职要求|任职资格|岗位要求|职位要求|岗位职责|工作职责|职责|要求|必备|我们希望你)/iu;
const NICE_WORDS =
  /\b(is a plus|a plus|a bonus|nice to have|preferred|preferably|desirable|advantageous|an advantage)\b|加分|优先|更佳|为佳/iu;

const MARKER = /^[\s\-*•·●▪◦—–>]+|^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十])[)）.、．]\s*/u;

/** Two marks may follow one another: "- 1. …". */
const unmarked = (line: string) => line.replace(MARKER, "").replace(MARKER, "").trim();

const isHeading = (line: string) =>
  [...line].length <= 40 && (/[:：]$/u.test(line) || !/[.。；;，,！!]/u.test(line));

/** Sentences of a description, each with whether it stands among what has to be, or would be nice. */
export function splitSentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let must = true;
  for (const raw of text.split("\n")) {
    const line = unmarked(raw);
    if (line === "") continue;
    if (isHeading(line)) {
      if (NICE_HEADING.test(line)) must = false;
      else if (MUST_HEADING.test(line)) must = true;
    }
    for (const piece of line.split(/(?<=[。；;！!？?])|(?<=[.])\s+(?=\p{Lu})/u)) {
      const sentence = piece.trim().slice(0, LONGEST).toWellFormed();
      if (sentence === "" || found.length === MOST) continue;
      found.push({ text: sentence, must: must && !NICE_WORDS.test(sentence) });
    }
  }
  return found;
}
