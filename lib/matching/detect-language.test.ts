import { describe, expect, it } from "vitest";
import { detectLanguage, wordCount } from "./detect-language";

describe("the language of a text", () => {
  it.each([
    ["senior machine learning engineer", "en"],
    ["大模型训练工程师", "zh"],
    ["基于 vLLM 上线连续批处理与分页键值缓存，把时延压到一半", "zh"],
    ["LLM benchmark 评测", "mixed"],
    ["负责推荐 ranking，with TensorFlow and Redis", "mixed"],
    ["Ingénieure en apprentissage", "en"],
    ["", "en"],
    ["12345 !?", "en"],
    ["🚀🚀🚀", "en"],
  ])("of %j is %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it("counts two Han characters as one word", () => {
    expect(wordCount("数据 engineer, 3 years")).toBe(3);
  });
});
