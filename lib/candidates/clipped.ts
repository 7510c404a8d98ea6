import { type ResumeParts, resumeParts } from "./resume-parts";

const cut = (text: string, most: number) => [...plain(text)].slice(0, most).join("").trim();
const plain = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n\t]/gu, "")
    .trim();
export const inLine = (text: string, most = 160) => cut(text.replace(/\s+/g, " "), most);
const month = (text: string) => /^\s*(\d{4}(?:-(?:0[1-9]|1[0-2]))?)/.exec(text)?.[1] ?? "";
const address = (text: string) =>
  /^https?:\/\/[^\s]+\.[^\s]+$/.test(text.trim()) ? text.trim() : "";

const period = ({ start, end }: { start: string; end: string }) => {
  const [from, to] = [month(start), month(end)];
  return { start: from, end: from !== "" && to !== "" && from.slice(0, to.length) > to ? "" : to };
};

/** A résumé from elsewhere, cut to what is kept: long texts shortened, what is no date left out. */
export function clipped(parts: ResumeParts): ResumeParts {
  return resumeParts.parse({
    ...{ headline: inLine(parts.headline), summary: cut(parts.summary, 4000) },
    work: parts.work
      .slice(0, 40)
      .map((one) => ({
        ...{ name: inLine(one.name), position: inLine(one.position), ...period(one) },
        summary: cut(one.summary, 4000),
        highlights: one.highlights
          .map((line) => inLine(line, 400))
          .filter(Boolean)
          .slice(0, 20),
      }))
      .filter(({ name, position, summary }) => name + position + summary !== ""),
    education: parts.education
      .slice(0, 20)
      .map((one) => ({
        ...{ institution: inLine(one.institution), area: inLine(one.area) },
        ...{ degree: inLine(one.degree), ...period(one) },
      }))
      .filter(({ institution, area, degree }) => institution + area + degree !== ""),
    projects: parts.projects
      .slice(0, 40)
      .map((one) => ({
        ...{ name: inLine(one.name), url: address(one.url), ...period(one) },
        summary: cut(one.summary, 4000),
      }))
      .filter(({ name, summary }) => name + summary !== ""),
  });
}
