import { describe, expect, it } from "vitest";
import { findFacts } from "./find-facts";
import { findMeant } from "./find-meant";
import { findNamed, type SkillWords } from "./find-named";
import { splitSentences } from "./split-sentences";

const SKILLS: SkillWords[] = [
  { slug: "optimizers", names: ["Optimizers", "优化器", "SGD", "Adam"], meaning: "" },
  { slug: "rag", names: ["RAG", "检索增强生成"], meaning: "" },
  { slug: "gpu", names: ["GPU programming", "CUDA", "GPU 编程"], meaning: "" },
];
const named = (text: string) => findNamed(splitSentences(text), SKILLS);

const CHINESE = `大模型训练工程师
工作地点：上海
薪资：30-50K·16薪
任职要求：
1. 精通优化器原理，熟悉 CUDA；
2. 3年以上大模型训练经验；英语读写流利。
加分项：
- 了解检索增强生成`;

const ENGLISH = `Training engineer
Location: Berlin
Salary: €70,000 - €90,000 per year
Requirements:
- Strong knowledge of SGD and Adam
- At least 5 years of professional experience
- Fluent English, spoken and written; German is a plus
Nice to have:
- Familiar with CUDA. Hybrid work.`;

describe("a pasted description", () => {
  it("in Chinese gives skills with level, and what would be nice apart", () => {
    expect(named(CHINESE)).toMatchObject([
      { slug: "optimizers", level: 80, must: true, by: "name" },
      { slug: "rag", level: 45, must: false, sentence: "了解检索增强生成" },
      { slug: "gpu", level: 60, must: true },
    ]);
    expect(findFacts(CHINESE)).toEqual({
      ...{ title: "大模型训练工程师", place: "上海", workPlaces: [], experience: 36 },
      ...{ payMin: 30_000, payMax: 50_000, payCurrency: "CNY", payPeriod: "month" },
      languages: [{ language: "en", level: "fluent", must: true }],
    });
  });

  it("in English too", () => {
    expect(named(ENGLISH)).toMatchObject([
      { slug: "optimizers", level: 70, must: true },
      { slug: "gpu", level: 45, must: false, sentence: "Familiar with CUDA." },
    ]);
    expect(findFacts(ENGLISH)).toEqual({
      ...{ title: "Training engineer", place: "Berlin", workPlaces: ["hybrid"], experience: 60 },
      ...{ payMin: 70_000, payMax: 90_000, payCurrency: "EUR", payPeriod: "year" },
      languages: [
        { language: "en", level: "fluent", must: true },
        { language: "de", level: "working", must: false },
      ],
    });
  });

  it("is read where numbers are written as words", () => {
    expect(findFacts("任职要求：三年以上机器学习工程经验；能用英语进行工作交流。")).toMatchObject({
      ...{ experience: 36, languages: [{ language: "en", level: "working", must: true }] },
    });
    expect(findFacts("Three to five years of experience in serving").experience).toBe(36);
    expect(findFacts("2 to 4 years of professional experience").experience).toBe(24);
    expect(findFacts("At least three years of experience in serving").experience).toBe(36);
    expect(findFacts("十年工作经验").experience).toBe(120);
    expect(findFacts("someone years of experience").experience).toBe(0);
  });

  it("does not take a piece of a word, or a short name written small, for a skill", () => {
    expect(named("We drag rags through Adamant CUDAs2 and a RAGtime band")).toEqual([]);
    expect(named("RAG, with sgd1")).toMatchObject([{ slug: "rag" }]);
  });

  it("says nothing of what it does not say", () => {
    expect(findFacts("We build things. Come and help us.")).toEqual({
      ...{ title: "", place: "", workPlaces: [], experience: 0, languages: [] },
      ...{ payMin: null, payMax: null, payCurrency: "", payPeriod: "" },
    });
    expect(findFacts("Our 20-30 salary people serve 10-20 clients").payMin).toBeNull();
  });

  it("that is hostile is bounded", () => {
    const sentences = splitSentences(`${"a".repeat(100_000)}\n${"b.\n".repeat(5_000)}`);
    expect(sentences.length).toBeLessThanOrEqual(400);
    expect(Math.max(...sentences.map(({ text }) => text.length))).toBeLessThanOrEqual(400);
    const script = "<script>alert(1)</script> CUDA";
    expect(named(script)).toMatchObject([{ sentence: script }]);
    expect(findFacts("1".repeat(20_000)).experience).toBe(0);
  });
});

describe("skills by meaning", () => {
  const vector = (...values: number[]) => Float32Array.from(values);
  const skills = [
    { slug: "near", vector: vector(1, 0) },
    { slug: "far", vector: vector(0, 1) },
  ];

  it("are those close to a sentence, best first, without those that are named", () => {
    const sentences = [
      { text: "close", must: true, vector: vector(0.9, 0.1) },
      { text: "closer", must: false, vector: vector(1, 0) },
    ];
    expect(findMeant(sentences, skills, new Set())).toMatchObject([
      { slug: "near", sentence: "closer", must: false, by: "meaning" },
    ]);
    expect(findMeant(sentences, skills, new Set(["near"]))).toEqual([]);
  });
});
