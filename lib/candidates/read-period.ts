const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAMED = `(?:${MONTHS.join("|")})[a-z]*\\.?\\s+`;
const TIME = `(?:${NAMED})?(?:\\d{1,2}[./]\\s?)?(?:19|20)\\d{2}(?:\\s?[./年-]\\s?\\d{1,2}(?!\\d))?\\s?[年月]?`;
const TODAY = "present|now|today|current|ongoing|至今|今|现在|迄今";
const PERIOD = new RegExp(
  `(${TIME})\\s*(?:-|–|—|~|～|至|到|\\bto\\b|\\buntil\\b)\\s*(${TIME}|${TODAY})`,
  "iu",
);

function month(text: string): string {
  const year = /(?:19|20)\d{2}/.exec(text)?.[0];
  if (!year) return "";
  const name = new RegExp(`(${MONTHS.join("|")})`, "i").exec(text)?.[1]?.toLowerCase();
  const rest = text.replace(year, " ");
  const number = name ? MONTHS.indexOf(name) + 1 : Number(/\d{1,2}/.exec(rest)?.[0] ?? 0);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : year;
}

/** The first period in a line, and the line without it; null where there is none. Pure. */
export function readPeriod(line: string): { start: string; end: string; rest: string } | null {
  const found = PERIOD.exec(line);
  if (!found) return null;
  const [whole, from = "", to = ""] = found;
  const rest = line.replace(whole, "\t").replace(/[([{（【]\s*\t\s*[)\]}）】]/, "\t");
  return { start: month(from), end: month(to), rest };
}
