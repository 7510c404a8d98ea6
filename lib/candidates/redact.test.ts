import { describe, expect, it } from "vitest";
import { redact } from "./redact";

const of = (text: string, names: string[] = [], whole: string[] = []) =>
  redact(text, { names, whole });

describe("a redacted text", () => {
  it.each([
    ["Write to ada.l@example.org today", "Write to ▮▮▮ today"],
    ["See https://example.org/ada or www.ada.dev", "See ▮▮▮ or ▮▮▮"],
    ["Call +49 (170) 123-4567.", "Call ▮▮▮."],
    ["电话13800138000", "电话▮▮▮"],
    ["@ada_l on the forum", "▮▮▮ on the forum"],
  ])("has no way to reach its writer: %s", (text, expected) => {
    expect(of(text)).toBe(expected);
  });

  it("has no name, in parts or whole, in any case", () => {
    expect(of("ADA Lovelace, called ada", ["Ada Lovelace"])).toBe("▮▮▮, called ▮▮▮");
    expect(of("我是王小明。", ["王小明"])).toBe("我是▮▮▮。");
  });

  it("keeps words that a name is only a part of", () => {
    expect(of("Adaptive linear models", ["Ada Lin"])).toBe("Adaptive linear models");
  });

  it("takes a school out as it is named, and leaves its words elsewhere", () => {
    expect(of("At City College, in the city", [], ["City College"])).toBe("At ▮▮▮, in the city");
  });

  it("keeps numbers that are no telephone's", () => {
    const text = "Cut 1,000,000 rows to 250 in 2024, 99.95 % of the time, 2018-2020";
    expect(of(text)).toBe(text);
  });
});
