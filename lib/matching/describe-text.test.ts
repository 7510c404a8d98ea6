import { describe, expect, it } from "vitest";
import { describeText } from "./describe-text";
import { joinGlossaries } from "./glossary";

const glossary = joinGlossaries([
  new Map([
    ["数据", "data"],
    ["工程师", "engineer"],
  ]),
]);
const reading = { glossary, multilingual: false };

describe("a text to be ranked", () => {
  it("is framed for the model when it is a bare title", () => {
    expect(describeText("数据工程师", reading)).toMatchObject({
      language: "zh",
      length: "title",
      forModel: "a person who works as data engineer",
    });
    const text = "Moves records every night. Designs tables that others trust.";
    expect(describeText(text, reading)).toMatchObject({ length: "text", forModel: text });
  });

  it("has its few Chinese words translated where it is English otherwise", () => {
    const text =
      "Senior developer of large distributed systems in Go and Rust who writes, speaks and teaches often, once a 数据工程师";
    expect(describeText(text, reading)).toMatchObject({
      language: "en",
      forModel: expect.stringMatching(/once a data engineer$/),
    });
  });

  it("is left in Chinese for a model that reads it", () => {
    const { forModel, coverage } = describeText("高级数据工程师", { glossary, multilingual: true });
    expect([forModel, coverage]).toEqual(["高级数据工程师", 1]);
  });

  it("takes the language that is said instead of looking", () => {
    expect(describeText("data engineer", { ...reading, language: "zh" }).language).toBe("zh");
    expect(describeText("数据", { ...reading, language: "en" }).forModel).toContain("数据");
  });

  it.each(["", "   ", "\u0000\u0007", "🚀", "\ud83d", "\u202e\u200f", "。。。"])(
    "may be %j",
    (text) => {
      const described = describeText(text, reading);
      expect(described.forModel.isWellFormed()).toBe(true);
      expect(described.terms).toEqual([]);
    },
  );

  it("is cut where it is longer than any résumé, and read in no time", () => {
    const huge = "数据 engineer ".repeat(200_000);
    expect(describeText(huge, reading).terms.length).toBeLessThan(10_000);
  });
});
