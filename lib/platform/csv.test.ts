import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

<<<<<<< HEAD
const line = (...cells: string[]) => toCsv([cells]).slice(1, -2);

describe("a table as CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+49 1", "'+49 1"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\t=1", '"\'\t=1"'],
    ["＝1+1", "'＝1+1"],
    ["-12.5", "-12.5"],
    ['say "a, b"', '"say ""a, b"""'],
    ["two\nlines", '"two\nlines"'],
    ["石英", "石英"],
    ["", ""],
  ])("writes %j as %j", (given, expected) => {
    expect(line(given)).toBe(expected);
  });

  it("has a line for each row, and says that it is UTF-8", () => {
    expect(
      toCsv([
        ["a", "b"],
        ["1", ""],
      ]),
    ).toBe("\uFEFFa,b\r\n1,\r\n");
=======
describe("a CSV file", () => {
  it.each(['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(1)", "\t=1", "\r=1"])(
    "holds %j as text that no sheet runs",
    (text) => {
      const [line = ""] = toCsv([[text]])
        .slice(1)
        .split("\r\n");
      expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
    },
  );

  it("keeps commas, quotes and line breaks within their cell, and numbers as numbers", () => {
    expect(toCsv([["a,b", 'say "x"', "two\nlines", -1.5, "汉字"]])).toBe(
      '\uFEFF"a,b","say ""x""","two\nlines",-1.5,汉字\r\n',
    );
>>>>>>> h-org
  });
});
