import { describe, expect, it } from "vitest";
import { expandPattern, matchesText, normaliseText } from "./match-text";

describe("a pattern", () => {
  it.each([
    ["softmax", ["softmax"]],
    ["[the ]softmax", ["softmax", "the softmax"]],
    ["(dim|axis)=(0|1)", ["dim=0", "dim=1", "axis=0", "axis=1"]],
    ["zero_grad\\(\\)", ["zero_grad()"]],
    ["x\\[0\\]", ["x[0]"]],
  ])("%s stands for %j", (pattern, texts) => {
    expect(expandPattern(pattern)).toEqual(texts);
  });

  it.each(["(a|b", "a)", "[a", "[a[b]]", "(a|b)".repeat(9)])("%s cannot be read", (pattern) => {
    expect(() => expandPattern(pattern)).toThrow(pattern);
  });
});

describe("a short answer", () => {
  it.each([
    ["Recall", "recall"],
    ["  The   Recall. ", "[the ]recall"],
    ["ＲＥＣＡＬＬ", "recall"],
    ["“召回率”。", "召回率"],
    ["召 回 率", "召回率"],
    ["Transformer 解码器", "transformer解码器"],
    ["`model.eval()`", "model.eval\\(\\)"],
  ])("%s is accepted by %s", (text, pattern) => {
    expect(matchesText(text, [pattern])).toBe(true);
  });

  it.each([
    "",
    " ",
    "。",
    "precision",
    "re call",
    "精确率",
    "recall or precision",
    "x".repeat(9_999),
  ])("%s is not", (text) => {
    expect(matchesText(text, ["recall", "召回率"])).toBe(false);
  });

  it("keeps the spaces between words of letters", () => {
    expect(normaliseText("early  stopping")).toBe("early stopping");
  });
});
