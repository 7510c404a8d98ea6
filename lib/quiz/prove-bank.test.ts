import { describe, expect, it } from "vitest";
import { smallQuiz } from "@/lib/testing/quiz";
import { proveBank } from "./prove-bank";

const SKILLS = new Set(["maas-literacy"]);

function prove(from: string | RegExp = "", to = "", change: Record<string, unknown> = {}) {
  const quiz = smallQuiz("small-quiz", change);
  const yaml = quiz.files["questions.yaml"].replace(from, to);
  return proveBank({ ...quiz, files: { ...quiz.files, "questions.yaml": yaml } }, SKILLS);
}

describe("the gate of a quiz", () => {
  it("lets a right one through, with a row for every item and strategy", () => {
    const report = prove();
    expect(report).toMatchObject({ holds: true, problems: [] });
    expect(report.rows).toHaveLength(6 * 2 + 4);
  });

  it.each([
    ["a bank that is too small", "", "", { questions: 5 }, "need a bank of 8 items"],
    ["a topic that is too thin", /topic: choices/g, "topic: values", {}, "topic choices needs 2"],
    ["an unknown skill", "", "", { skills: [{ slug: "none", weight: 1 }] }, "not in skills.yaml"],
    ["two options alike", "en: maybe", "en: no", {}, "two options are alike (en)"],
    ["a number without end", "answer: n * 4", "answer: n / (n - n)", {}, "no finite number"],
    ["an unknown name", "answer: n * 4", "answer: m * 4", {}, "m means nothing"],
    ["a text without end", "{{n * 4}}", "{{ln(0 - n)}}", {}, "no finite number"],
    ["a pattern that cannot be read", "[recall]", '["(recall"]', {}, "nothing matches"],
    ["a pattern of nothing", "[recall]", '["..."]', {}, "nothing is left"],
  ])("refuses %s", (_, from, to, change, problem) => {
    const report = prove(from, to, change);
    expect(report.holds).toBe(false);
    expect(report.problems.join("\n")).toContain(problem);
  });

  it("refuses a wrong answer that is accepted in some variant", () => {
    const report = prove("wrong: [n * 2]", "wrong: [n + 30 * 3]");
    const row = report.rows.find(
      ({ file, folder }) => folder === "wrong_answer" && file === "a-number",
    );
    expect(row).toMatchObject({ holds: false, verdict: "passed" });
    expect(report.holds).toBe(false);
  });

  it("refuses a quiz that one passes without reading", () => {
    const report = prove("", "", { pass: 0.2 });
    expect(report.rows.find(({ file }) => file === "first-option")?.holds).toBe(false);
    expect(report.rows.find(({ file }) => file === "nothing-answered")?.holds).toBe(true);
  });
});
