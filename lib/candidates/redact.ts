import type { ResumeParts } from "./resume-parts";

const GAP = "▮▮▮";
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const URL = /\b(?:https?:\/\/|www\.)\S+/giu;
/** Seven digits and more with what stands between them in telephone numbers; no two years. */
const PHONE =
  /(?<![\p{Script=Latin}\p{N}])(?!(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d))\+?\d(?:[\s().-]{0,3}\d){6,}(?![\p{Script=Latin}\p{N}])/gu;
/** Accounts are names too. */
const ACCOUNT = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_-]{2,}/gu;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const HAN = /\p{Script=Han}/u;

/** Of a name its whole and its longer words; a Chinese name stands without spaces. */
function tokensOf(name: string): string[] {
  const words = name.split(/[\s,.·/()（）]+/u).filter((word) => word.length > 0);
  const parts = words.filter((word) => [...word].length >= (HAN.test(word) ? 2 : 3));
  return [name.trim(), ...parts].filter((word) => word.length > 1);
}

/**
 * A text without what tells who wrote it: the given names, mail addresses, telephone numbers,
 * accounts and web addresses.
 * @param whole names that are taken out as they stand (schools, employers)
 * @param names names whose words are taken out too (the person's own)
 */
export function redact(
  text: string,
  { names, whole }: { names: string[]; whole: string[] },
): string {
  const plain = text
    .replace(EMAIL, GAP)
    .replace(URL, GAP)
    .replace(ACCOUNT, GAP)
    .replace(PHONE, GAP);
  const terms = [...whole.map((name) => name.trim()), ...names.flatMap(tokensOf)]
    .filter((term) => [...term].length > 1)
    .sort((a, b) => b.length - a.length);
  return [...new Set(terms)].reduce((rest, term) => {
    const edges = HAN.test(term) ? ["", ""] : ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];
    return rest.replace(new RegExp(`${edges[0]}${escaped(term)}${edges[1]}`, "giu"), GAP);
  }, plain);
}

/** Names of schools and employers that stand in a résumé. */
export const institutionsOf = ({ work, education }: ResumeParts): string[] =>
  [...work.map(({ name }) => name), ...education.map(({ institution }) => institution)].filter(
    (name) => name !== "",
  );

const yearOf = (month: string) => month.slice(0, 4);

/** A résumé as it may be read in blind mode and by the scorer: without names, with years alone. */
export function redactResume(
  parts: ResumeParts,
  { names, whole }: { names: string[]; whole: string[] },
): ResumeParts {
  const hide = (text: string) => redact(text, { names, whole });
  return {
    headline: hide(parts.headline),
    summary: hide(parts.summary),
    work: parts.work.map((entry) => ({
      ...{ name: "", position: hide(entry.position), summary: hide(entry.summary) },
      highlights: entry.highlights.map(hide),
      ...{ start: yearOf(entry.start), end: yearOf(entry.end) },
    })),
    education: parts.education.map((entry) => ({
      ...{ institution: "", area: hide(entry.area), degree: hide(entry.degree) },
      ...{ start: "", end: "" },
    })),
    projects: parts.projects.map((entry) => ({
      ...{ name: hide(entry.name), url: "", summary: hide(entry.summary) },
      ...{ start: yearOf(entry.start), end: yearOf(entry.end) },
    })),
  };
}
