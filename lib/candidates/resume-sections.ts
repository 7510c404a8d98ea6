/** Headings by the section that they begin. */
const HEADINGS: Record<string, string> = {
  summary:
    "summary|profile|about me|about|professional summary|objective|自我评价|个人简介|个人总结|自我介绍|个人优势|简介",
  work: "work|work experience|experience|professional experience|employment|employment history|career|工作经历|工作经验|职业经历|实习经历|任职经历|实习经验",
  education: "education|academic background|教育经历|教育背景|学历|教育",
  projects:
    "projects|project experience|selected projects|personal projects|项目经历|项目经验|项目",
  skills: "skills|technical skills|core skills|technologies|技能|专业技能|技术栈|掌握技能|个人技能",
  languages: "languages|language skills|语言|语言能力",
  other:
    "publications|awards|honors|honours|certificates|certifications|interests|references|hobbies|volunteering|获奖|获奖情况|荣誉|证书|论文|兴趣爱好|联系方式|contact",
};
const SECTION_OF = new Map(
  Object.entries(HEADINGS).flatMap(([section, words]) =>
    words.split("|").map((word) => [word, section] as const),
  ),
);

export type Sections = Partial<Record<string, string[]>> & { head: string[] };

const headingOf = (line: string) =>
  SECTION_OF.get(
    line
      .toLowerCase()
      .replace(/^[\s\d.、一二三四五六七八九十#*•■◆●【[]+/u, "")
      .replace(/[\s:：】\]\-—_]+$/u, "")
      .trim(),
  );

/** Lines of a résumé by section; what stands before the first heading is its head. Pure. */
export function resumeSections(text: string): Sections {
  const sections: Sections = { head: [] };
  let lines = sections.head;
  for (const raw of text.split("\n")) {
    const line = raw.replace(/[ \u00a0\u3000]+/g, " ").trim();
    const section = line.length <= 40 ? headingOf(line) : undefined;
    if (section) {
      lines = sections[section] ?? [];
      sections[section] = lines;
    } else if (line !== "") lines.push(line);
  }
  return sections;
}
