import type { UserActor } from "@/lib/auth/actor";
import { publishChallenge } from "@/lib/challenges/publish";
import { quizManifest } from "@/lib/content/challenge-manifest";
import { contentHash } from "@/lib/content/content-hash";
import { type Bank, parseBank } from "@/lib/content/quiz-bank";
import { db } from "@/lib/platform/db";
import { attemptOf } from "@/lib/quiz/attempt-row";
import { rightAnswer } from "@/lib/quiz/sample-answers";

/** Words that stand in keys and explanations alone, to look for where they must not be. */
export const SECRET = "SECRETWORD";

const BANK = `
topics:
  - slug: choices
    title: { en: Choices, zh: 选择 }
    reading: { en: Read about choices., zh: 请复习选择。 }
  - slug: values
    title: { en: Values, zh: 数值 }
    reading: { en: Read about values., zh: 请复习数值。 }
items:
  - id: one-key
    topic: choices
    kind: single
    prompt: { en: Which?, zh: 哪一个？ }
    options:
      - { en: yes, zh: 是, key: true }
      - { en: no, zh: 否 }
      - { en: maybe, zh: 也许 }
    explanation: { en: ${SECRET}, zh: ${SECRET} }
  - id: two-keys
    topic: choices
    kind: multiple
    prompt: { en: Which ones?, zh: 哪些？ }
    options:
      - { en: a, zh: 甲, key: true }
      - { en: b, zh: 乙, key: true }
      - { en: c, zh: 丙 }
      - { en: d, zh: 丁 }
    explanation: { en: ${SECRET}, zh: ${SECRET} }
  - id: in-order
    topic: choices
    kind: ordered
    prompt: { en: In which order?, zh: 什么顺序？ }
    options:
      - { en: first, zh: 一 }
      - { en: second, zh: 二 }
      - { en: third, zh: 三 }
      - { en: fourth, zh: 四 }
    explanation: { en: ${SECRET}, zh: ${SECRET} }
  - id: a-number
    topic: values
    kind: numeric
    prompt: { en: "How much is {{n}} times 4?", zh: "{{n}} 乘 4 是多少？" }
    params: { n: { from: 10, to: 99 } }
    answer: n * 4
    tolerance: { relative: 0.01 }
    unit: { en: GB, zh: 吉字节 }
    wrong: [n * 2]
    explanation: { en: "${SECRET} {{n * 4}}", zh: "${SECRET} {{n * 4}}" }
  - id: a-share
    topic: values
    kind: numeric
    prompt: { en: Which share?, zh: 多大比例？ }
    answer: 0.1 + 0.2
    tolerance: { absolute: 0.05 }
    wrong: [0.7]
    explanation: { en: ${SECRET}, zh: ${SECRET} }
  - id: a-word
    topic: values
    kind: short
    prompt: { en: Which word?, zh: 哪个词？ }
    accept: { en: [recall], zh: [(召回率|查全率)] }
    wrong: [precision]
    explanation: { en: ${SECRET}, zh: ${SECRET} }
`;

const MANIFEST = {
  version: 1,
  kind: "quiz",
  title: { en: "Small quiz", zh: "小测验" },
  summary: { en: "A few questions.", zh: "几道小题。" },
  skills: [{ slug: "maas-literacy", weight: 1 }],
  difficulty: -1,
  minutes: 5,
  pass: 0.8,
  questions: 4,
  time_limit_min: 10,
  attempts_per_day: 2,
};

/** A bank with an item of each kind; texts are replaced where a test needs them to be. */
export const bankOf = (change: (yaml: string) => string = (yaml) => yaml): Bank =>
  parseBank("small-quiz", { "questions.yaml": change(BANK) });

export const smallQuiz = (slug: string, change: Record<string, unknown> = {}) => ({
  manifest: quizManifest.parse({ ...MANIFEST, slug, ...change }),
  files: {
    "questions.yaml": BANK,
    "statement.en.md": "A quiz.",
    "statement.zh.md": "一份测验。",
    slug,
  },
});

export async function publishQuiz(slug: string, change: Record<string, unknown> = {}) {
  const { manifest, files } = smallQuiz(slug, change);
  await publishChallenge({ manifest, files, contentHash: contentHash(files) });
}

/** Right answers to an attempt's questions, by number. */
export async function rightAnswers({ userId }: UserActor, id: string) {
  const { form, items } = await attemptOf(db(), userId, id);
  return Object.fromEntries(
    form.map((drawn, index) => {
      const item = items.get(drawn.item);
      if (!item) throw new Error(drawn.item);
      return [index + 1, rightAnswer(item, drawn)];
    }),
  );
}
