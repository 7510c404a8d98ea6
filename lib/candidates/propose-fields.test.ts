import { describe, expect, it } from "vitest";
import { proposeFields } from "./propose-fields";
import { readPeriod } from "./read-period";

const ALIASES = [
  { word: "LSTM", skill: "rnn" },
  { word: "循环神经网络", skill: "rnn" },
  { word: "gradient descent", skill: "optimizers" },
  { word: "RAG", skill: "rag" },
];

const ENGLISH = `Ada Example
Machine learning engineer
ada@example.org | +44 20 7946 0000 | https://example.org/ada
Summary
Builds training pipelines.
WORK EXPERIENCE
Senior Engineer\tMar 2021 – Present
Example Works, London
- Moved LSTM models to Gradient Descent on rags
- Halved the cost
Research Intern, Other Lab (2019/06 - 2020/01)
Wrote a data loader.
Education:
Example University\t2015 - 2019
BSc Computer Science
Languages
English (native), German: basic`;

const CHINESE = `王小明
算法工程师
电话：13800000000
个人简介
五年大模型训练经验。
一、工作经历
示例科技有限公司　算法工程师　2020年3月-至今
• 负责循环神经网络的训练
教育背景
示例大学 | 计算机科学 | 硕士 | 2014.09 - 2017.06
语言能力
普通话（母语）、英语（流利）`;

describe("what the text of a résumé proposes", () => {
  it("is found by headings and periods in English", () => {
    const { text, links, languages, skills } = proposeFields(ENGLISH, ALIASES);
    expect(text.headline).toBe("Machine learning engineer");
    expect(text.summary).toBe("Builds training pipelines.");
    expect(text.work).toMatchObject([
      { position: "Senior Engineer", name: "Example Works", start: "2021-03", end: "" },
      { position: "Research Intern", name: "Other Lab", start: "2019-06", end: "2020-01" },
    ]);
    expect(text.work[0]?.highlights).toHaveLength(2);
    expect(text.work[1]?.summary).toBe("Wrote a data loader.");
    expect(text.education).toMatchObject([
      { institution: "Example University", degree: "BSc Computer Science", start: "2015" },
    ]);
    expect(links).toEqual([{ label: "", url: "https://example.org/ada" }]);
    expect(languages).toEqual([
      { language: "en", level: "native" },
      { language: "de", level: "basic" },
    ]);
    expect(skills).toEqual(["rnn", "optimizers"]);
    expect(JSON.stringify(text)).not.toMatch(/ada@|7946/);
  });

  it("is found by headings and periods in Chinese", () => {
    const { text, languages, skills } = proposeFields(CHINESE, ALIASES);
    expect(text.headline).toBe("算法工程师");
    expect(text.work).toMatchObject([
      { position: "算法工程师", name: "示例科技有限公司", start: "2020-03", end: "" },
    ]);
    expect(text.education).toMatchObject([
      { institution: "示例大学", area: "计算机科学", degree: "硕士", start: "2014-09" },
    ]);
    expect(languages).toEqual([
      { language: "zh", level: "native" },
      { language: "en", level: "fluent" },
    ]);
    expect(skills).toEqual(["rnn"]);
  });

  it("is nothing where there is nothing to find, whatever stands there", () => {
    const { text, skills } = proposeFields("\u0000\n\n2020 - \n(((((\nwork", ALIASES);
    expect(text.work).toEqual([]);
    expect(skills).toEqual([]);
  });
});

describe("a period", () => {
  it.each([
    ["Jan 2020 - Feb 2021", "2020-01", "2021-02"],
    ["2020.1~2021.12", "2020-01", "2021-12"],
    ["2018年9月至2022年7月", "2018-09", "2022-07"],
    ["03/2020 to now", "2020-03", ""],
    ["2015–2019", "2015", "2019"],
  ])("is read from %s", (line, start, end) => {
    expect(readPeriod(line)).toMatchObject({ start, end });
  });

  it("is not read from a number", () => {
    expect(readPeriod("Handled 2000 requests")).toBeNull();
  });
});
