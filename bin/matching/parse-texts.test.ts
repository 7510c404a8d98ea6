import { expect, it } from "vitest";
import { parseTexts } from "./parse-texts";

const parse = (text: string) => parseTexts("q.tsv", new TextEncoder().encode(text));

it("reads an id and a text a line", () => {
  expect(parse("\ufeffq1\tdata engineer\r\n\nq2\t数据 工程师\twith a tab\n")).toEqual([
    { id: "q1", text: "data engineer" },
    { id: "q2", text: "数据 工程师\twith a tab" },
  ]);
});

it("names every bad line and what is wrong with it", () => {
  const bad = () => parse("q1\tone\nno tab\n\tno id\nq3\t \nq1\tagain\n");
  expect(bad).toThrow("q.tsv: line 2 has no tab between id and text");
  expect(bad).toThrow("line 3 has no id before the tab");
  expect(bad).toThrow("line 4 has no text after the tab");
  expect(bad).toThrow("line 5 has the id q1 a second time");
});

it("does not print a thousand faults", () => {
  expect(() => parse("bad\n".repeat(1000))).toThrow(/line 10 .*\n {2}and 990 more$/);
});

it("refuses a file without a text, and one in another encoding", () => {
  expect(() => parse("\n \n")).toThrow("q.tsv holds no text");
  expect(() => parseTexts("q.tsv", Uint8Array.of(0xff, 0xfe, 0x71))).toThrow("is not UTF-8");
});
