import { type Marks, marks } from "@/lib/projects/marks";

/** The marks that a form holds in fields `<criterion>.level` and `<criterion>.comment`. */
export function formMarks(form: FormData): Marks {
  const found: Marks = {};
  for (const [name, value] of form) {
    const [slug = "", field] = name.split(".");
    if (field !== "level" && field !== "comment") continue;
    const mark = found[slug] ?? { level: null, comment: "" };
    if (field === "level") mark.level = Number(value);
    else mark.comment = String(value).replaceAll("\r\n", "\n");
    found[slug] = mark;
  }
  // What no form of ours sends counts as nothing chosen.
  return marks.catch({}).parse(found);
}
