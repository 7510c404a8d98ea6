import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { joinGlossaries, parseGlossary, toEnglish } from "./glossary";

const glossary = joinGlossaries([
  new Map([
    ["数据", "data"],
    ["数据科学", "data science"],
    ["数据科学家", "data scientist"],
    ["工程师", "engineer"],
    ["ai产品经理", "AI product manager"],
  ]),
]);

describe("the glossary that is shipped", () => {
  it("has 1,500 terms and more, each once, with both sides filled", () => {
    const { terms, faults } = parseGlossary(readFileSync("content/glossary.tsv", "utf8"));
    expect(faults).toEqual([]);
    expect(terms.size).toBeGreaterThanOrEqual(1500);
  });

  it("tells the trainer of a model from the teacher of people", () => {
    const { terms } = parseGlossary(readFileSync("content/glossary.tsv", "utf8"));
    const shipped = joinGlossaries([terms]);
    expect(toEnglish("人工智能训练师", shipped).english).toContain("AI trainer");
    expect(toEnglish("人工智能讲师", shipped).english).toBe("AI instructor");
  });
});

describe("a glossary", () => {
  it("is read line by line, and each fault is named with its line", () => {
    const { terms, faults } = parseGlossary(
      "# terms\n数据\tdata\n\ndata\tdata\n模型\t\n数据\tagain\n芯片 chip\n算法\talgorithm\tmore\n",
    );
    expect([...terms]).toEqual([["数据", "data"]]);
    expect(faults).toEqual([
      { line: 4, problem: "has no Chinese before the tab" },
      { line: 5, problem: "has no English after the tab" },
      { line: 6, problem: "has 数据 a second time" },
      { line: 7, problem: "has no English after the tab" },
      { line: 8, problem: "has more than one tab" },
    ]);
  });

  it("gives way to a later one", () => {
    const joined = joinGlossaries([new Map([["数据", "data"]]), new Map([["数据", "figures"]])]);
    expect(toEnglish("数据", joined).english).toBe("figures");
  });
});

describe("a text in English", () => {
  it("takes the longest term at each place", () => {
    expect(toEnglish("数据科学家", glossary).english).toBe("data scientist");
    expect(toEnglish("数据科学工程师", glossary).english).toBe("data science engineer");
  });

  it("keeps Latin words and numbers, drops what no term holds, and says how much it knew", () => {
    const { english, coverage } = toEnglish("高级数据工程师，Python 3.11", glossary);
    expect(english).toBe("data engineer, Python 3.11");
    expect(coverage).toBeCloseTo(5 / 7);
  });

  it("finds a term that begins with a Latin word, but not inside one", () => {
    expect(toEnglish("AI产品经理", glossary).english).toBe("AI product manager");
    expect(toEnglish("XAI产品经理", glossary).english).toBe("XAI");
  });

  it("leaves no pause where nothing stands", () => {
    expect(toEnglish("，，甲。乙、数据。。丙", glossary).english).toBe("data.");
    expect(toEnglish("甲乙丙", glossary)).toEqual({ english: "", coverage: 0 });
    expect(toEnglish("", glossary)).toEqual({ english: "", coverage: 1 });
  });
});
