import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

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
  });
});
