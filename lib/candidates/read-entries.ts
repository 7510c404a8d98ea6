import { readPeriod } from "./read-period";

const BULLET = /^[-–—•·●▪■◦*➢]\s*/u;
const SHORT = 80;

/** A part of a section: what its first lines name, when it was, and what follows. */
export type Entry = { names: string[]; start: string; end: string; body: string[] };

const fieldsOf = (line: string) =>
  line
    .split(/\t+|\s[|｜·•–—]\s?|\s?[|｜]\s?|, | {2,}|，|(?<=\p{Script=Han}) (?=\p{Script=Han})/u)
    .map((field) => field.replace(/^[\s,;:，；：()（）-]+|[\s,;:，；：(（-]+$/gu, ""))
    .filter((field) => field !== "");

const isName = (line: string | undefined): line is string =>
  line !== undefined &&
  line.length <= SHORT &&
  !BULLET.test(line) &&
  !/[.。;；!！]$/u.test(line) &&
  readPeriod(line) === null;

/** Parts of a section, each begun by a line that holds a period. Pure. */
export function readEntries(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    const found = BULLET.test(line) ? null : readPeriod(line);
    if (!found) {
      entries.at(-1)?.body.push(line);
      continue;
    }
    const names = fieldsOf(found.rest);
    const before = lines[index - 1];
    if (names.length < 2 && isName(before) && !entries.at(-1)?.names.includes(before)) {
      // The line above names it, so it is no word of the part before.
      const last = entries.at(-1);
      if (names.length === 0 || last === undefined) {
        if (last?.body.at(-1) === before) last.body.pop();
        names.unshift(...fieldsOf(before));
      }
    }
    entries.push({ names, start: found.start, end: found.end, body: [] });
  }
  for (const entry of entries) {
    const [first] = entry.body;
    if (entry.names.length > 1 || !isName(first)) continue;
    entry.names.push(...fieldsOf(first));
    entry.body.shift();
  }
  return entries;
}

/** Text and bullets of a part. */
export const splitBody = (body: readonly string[]) => ({
  summary: body.filter((line) => !BULLET.test(line)).join("\n"),
  highlights: body.filter((line) => BULLET.test(line)).map((line) => line.replace(BULLET, "")),
});
