import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

const line = (...cells: (string | number)[]) => toCsv([cells]).slice(1, -2);

describe("a table as CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ["+49 1", "'+49 1"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\t=1", '"\'\t=1"'],
    ["＝1+1", "'＝1+1"],
    ["-12.5", "'-12.5"],
    ['say "a, b"', '"say ""a, b"""'],
    ["two\nlines", '"two\nlines"'],
    ["石英", "石英"],
    ["", ""],
  ])("writes the text %j as %j, which no sheet runs", (given, expected) => {
    expect(line(given)).toBe(expected);
  });

  it("leaves numbers numbers", () => {
    expect(line(-1.5, 3)).toBe("-1.5,3");
  });

  it("has a line for each row, and says that it is UTF-8", () => {
    expect(
      toCsv([
        ["a", "b"],
        ["1", ""],
      ]),
    ).toBe("\uFEFFa,b\r\n1,\r\n");
  });
});
