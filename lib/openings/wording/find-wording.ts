import type { WordingGroup } from "./wording-terms";

export type WordingHit = {
  group: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
};

const HAN = /\p{Script=Han}/u;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** Dashes between numbers are written in many ways. */
const DASH = "[-~—–－～]";

/** Of a phrase: words whole, blanks as many as there are, `#` a number. */
function patternOf(phrase: string): string {
  const body = escaped(phrase)
    .replaceAll("#", "\\p{Nd}{1,3}")
    .replaceAll(/\\-|~/g, DASH)
    .replaceAll(/\s+/g, "\\s+");
  // Chinese stands without blanks, and a number may touch what comes before it.
  const [first = "", last = ""] = [[...phrase][0], [...phrase].at(-1)];
  const before = HAN.test(first) ? "" : "(?<![\\p{L}\\p{N}_])";
  const after = HAN.test(last) ? "" : "(?![\\p{L}\\p{N}_])";
  const inHan = HAN.test(phrase) || /^\d+$/.test(phrase);
  // "985高校" is one run of letters and digits; a longer number is another number.
  return inHan
    ? `${HAN.test(first) ? "" : "(?<![\\p{Nd}.A-Za-z])"}${body}${HAN.test(last) ? "" : "(?![\\p{Nd}.%A-Za-z])"}`
    : `${before}${body}${after}`;
}

const finder = (phrases: readonly string[]): RegExp | null =>
  phrases.length === 0
    ? null
    : new RegExp(
        [...phrases]
          .sort((a, b) => b.length - a.length)
          .map(patternOf)
          .join("|"),
        "giu",
      );

type Compiled = { slug: string; terms: RegExp | null; except: RegExp | null };

const compiled = new WeakMap<readonly WordingGroup[], Compiled[]>();

function compile(groups: readonly WordingGroup[]): Compiled[] {
  const known = compiled.get(groups);
  if (known) return known;
  const made = groups.map(({ slug, en, zh, except }) => ({
    ...{ slug, terms: finder([...en, ...zh]), except: finder(except) },
  }));
  compiled.set(groups, made);
  return made;
}

const spans = (text: string, pattern: RegExp | null) =>
  pattern
    ? [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
        ...{ start: index, end: index + found.length },
      }))
    : [];

/** Wording of a text that may shut people out, in the order in which it stands there. */
export function findWording(text: string, groups: readonly WordingGroup[]): WordingHit[] {
  const hits = compile(groups).flatMap(({ slug, terms, except }) => {
    const fine = spans(text, except);
    return spans(text, terms)
      .filter(({ start, end }) => !fine.some((one) => one.start <= start && end <= one.end))
      .map((span) => ({ group: slug, ...span }));
  });
  return hits.sort((a, b) => a.start - b.start || a.end - b.end);
}
