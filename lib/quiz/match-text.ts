/** An author's pattern stands for no more texts than this. */
const MOST = 256;

const CJK = "\\p{Script=Han}|[、。，：；！？（）「」《》]";
const BESIDE_CJK = new RegExp(`(?<=${CJK}) | (?=${CJK})`, "gu");

/** A text without what makes no difference: case, width, spaces, quotes, a full stop at the end. */
export function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[`"'“”‘’]/g, "")
    .replace(/\s+/g, " ")
    .replace(BESIDE_CJK, "")
    .trim()
    .replace(/[.。!！]+$/, "")
    .trim();
}

/**
 * Every text that a pattern stands for: [optional], (one|other), and a backslash before a literal
 * one of these. A list of texts, unlike a regular expression, cannot be made to run for ever.
 * Throws Error where it cannot be read.
 */
export function expandPattern(pattern: string): string[] {
  let found = [""];
  const grow = (choices: string[]) => {
    found = found.flatMap((head) => choices.map((tail) => head + tail));
    if (found.length > MOST) throw new Error(`"${pattern}" stands for more than ${MOST} texts`);
  };
  const parts = pattern.matchAll(/\\(.)|\[([^[\]()]*)\]|\(([^[\]()]*)\)|([^[\]()|\\]+)|(.)/gu);
  for (const [, literal, optional, choices, plain, stray] of parts) {
    if (stray !== undefined) throw new Error(`"${pattern}" has a ${stray} that nothing matches`);
    if (optional !== undefined) grow(["", optional]);
    else if (choices !== undefined) grow(choices.split("|"));
    else grow([literal ?? plain ?? ""]);
  }
  return found;
}

/** Whether a text is among those that the patterns stand for. */
export function matchesText(text: string, patterns: readonly string[]): boolean {
  const given = normaliseText(text);
  if (given === "") return false;
  return patterns.some((one) => expandPattern(one).some((each) => normaliseText(each) === given));
}
