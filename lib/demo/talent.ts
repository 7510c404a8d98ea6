import type { ResumeParts } from "@/lib/candidates/resume-parts";

type DemoCandidate = {
  email: string;
  country: string;
  texts: { en?: Partial<ResumeParts>; zh?: Partial<ResumeParts> };
  languages: { language: string; level: "working" | "fluent" | "native" }[];
  blind: boolean;
};

/** Of the demo's people, who may be found, and what they tell of themselves. */
export const DEMO_CANDIDATES: DemoCandidate[] = [
  {
    email: "learner@demo.example",
    country: "DE",
    blind: true,
    languages: [{ language: "en", level: "fluent" }],
    texts: {
      en: {
        headline: "Trains small neural networks",
        summary: "Built an image classifier and kept its training stable with schedules.",
        work: [
          {
            ...{ name: "Demo Systems", position: "Junior machine learning engineer" },
            ...{ summary: "Wrote layers, losses and training loops.", highlights: [] },
            ...{ start: "2024-03", end: "" },
          },
        ],
      },
    },
  },
  {
    email: "xuexi@demo.example",
    country: "CN",
    blind: true,
    languages: [
      { language: "zh", level: "native" },
      { language: "en", level: "working" },
    ],
    texts: {
      zh: {
        headline: "深度学习工程师",
        summary: "从零实现过全连接层、优化器与注意力机制，熟悉训练过程的调试。",
        work: [
          {
            ...{ name: "演示科技", position: "算法工程师", highlights: [] },
            ...{ summary: "负责文本模型的训练与优化。", start: "2022-07", end: "" },
          },
        ],
      },
    },
  },
];

export const DEMO_EMPLOYER = {
  email: "employer@demo.example",
  name: "Demo Laboratory",
  about: "A made-up employer of the demo data. / 演示数据中的虚构雇主。",
  /** The profile of content/roles.yaml that its opening starts from. */
  role: "llm-training-engineer",
};
