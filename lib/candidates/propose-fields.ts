import { clipped } from "./clipped";
import { type ImportProposal, importProposal } from "./import-proposal";
import { languageLevel, languageOf } from "./name-languages";
import { type Entry, readEntries, splitBody } from "./read-entries";
import { resumeSections } from "./resume-sections";
import { type Alias, skillsNamed } from "./skills-named";

const POSITION =
  /engineer|developer|scientist|manager|intern|analyst|researcher|consultant|architect|designer|lead|director|professor|teacher|administrator|工程师|研究员|经理|实习生|开发|总监|专员|架构师|分析师|顾问|主管|教师|助理/iu;
const SCHOOL = /university|college|institute|school|académie|universität|大学|学院|学校/iu;
const DEGREE =
  /\b(?:b\.?sc|m\.?sc|b\.?a|m\.?a|b\.?eng|m\.?eng|mba|ph\.?\s?d|bachelor|master|doctor|diploma)\b|博士|硕士|本科|学士|研究生|专科|大专/iu;
const URL = /https?:\/\/[^\s<>()（）"'，。；、]+/gu;
const CONTACT = /@|https?:|www\.|\d{7,}|\d{3,}[\s-]\d{3,}|电话|手机|邮箱|phone|e-?mail/iu;

function workOf({ names, start, end, body }: Entry) {
  const position = names.find((name) => POSITION.test(name)) ?? names[1] ?? "";
  const name = names.find((one) => one !== position) ?? "";
  return { name, position, start, end, ...splitBody(body) };
}

function educationOf({ names, start, end, body }: Entry) {
  const fields = [...names, ...body.filter((line) => line.length <= 60)];
  const institution = fields.find((one) => SCHOOL.test(one)) ?? fields[0] ?? "";
  const degree = fields.find((one) => one !== institution && DEGREE.test(one)) ?? "";
  const area = fields.find((one) => one !== institution && one !== degree) ?? "";
  return { institution, degree, area, start, end };
}

function projectOf({ names, start, end, body }: Entry) {
  const { summary, highlights } = splitBody(body);
  const url = body.join(" ").match(URL)?.[0] ?? "";
  return {
    ...{ name: names.join(" · "), url, start, end },
    summary: [summary, ...highlights].filter(Boolean).join("\n"),
  };
}

/** What the text of a résumé proposes, by rules alone: headings, periods, addresses. Pure. */
export function proposeFields(text: string, aliases: readonly Alias[]): ImportProposal {
  const sections = resumeSections(text);
  // The first line of the head is the name, which the account has already.
  const headline = sections.head.slice(1).find((line) => !CONTACT.test(line)) ?? "";
  const urls = [...new Set(sections.head.join(" ").match(URL) ?? [])];
  const spoken = (sections.languages ?? []).flatMap((line) => line.split(/[,;，；、/]/u));
  return importProposal.parse({
    text: clipped({
      ...{ headline, summary: (sections.summary ?? []).join("\n") },
      work: readEntries(sections.work ?? []).map(workOf),
      education: readEntries(sections.education ?? []).map(educationOf),
      projects: readEntries(sections.projects ?? []).map(projectOf),
    }),
    links: urls.slice(0, 8).map((url) => ({ label: "", url })),
    languages: languagesOf(spoken.map((said) => ({ language: said, fluency: said }))),
    ...{ place: "", country: "", skills: skillsNamed(text, aliases) },
  });
}

/** Languages with how well, each once; what is none is left out. */
export function languagesOf(said: readonly { language: string; fluency: string }[]) {
  const found = new Map(
    said.flatMap(({ language, fluency }) => {
      const code = languageOf(language);
      return code ? [[code, { language: code, level: languageLevel(fluency) }] as const] : [];
    }),
  );
  return [...found.values()].slice(0, 12);
}
