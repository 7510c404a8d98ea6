import type { FieldIssue } from "@/lib/platform/errors";

type Publishable = {
  titleEn: string;
  titleZh: string;
  textEn: string;
  textZh: string;
  skills: readonly unknown[];
};

/** What an opening lacks to be open: title and text in one language, and a skill. */
export function publishProblems(opening: Publishable): FieldIssue[] {
  const { titleEn, titleZh, textEn, textZh } = opening;
  const problems: FieldIssue[] = [];
  if (!(titleEn && textEn) && !(titleZh && textZh)) {
    problems.push({ path: titleZh || textZh ? "titleZh" : "titleEn", code: "opening_texts" });
  }
  if (opening.skills.length === 0) problems.push({ path: "skills", code: "opening_skills" });
  return problems;
}
