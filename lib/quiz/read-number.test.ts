import { expect, it } from "vitest";
import { readNumber } from "./read-number";

it.each([
  ["42", 42],
  [" 4 2 ", 42],
  ["１２．５", 12.5],
  ["－３", -3],
  ["−3", -3],
  ["+3", 3],
  [".5", 0.5],
  ["5.", 5],
  ["1,234,567.5", 1_234_567.5],
  ["１，２３４", 1234],
  ["1.5e3", 1500],
  ["1.5×10^3", 1500],
  ["2x10**-2", 0.02],
  ["12GB", 12],
  ["12 gb", 12],
  ["１２ ＧＢ", 12],
  ["12 吉字节", 12],
])("%s is read as %d", (text, value) => {
  expect(readNumber(text, ["GB", "吉字节"])).toBe(value);
});

it.each([
  "",
  " ",
  "NaN",
  "Infinity",
  "1e999",
  "1,5",
  "12,34",
  "1..2",
  "--1",
  "12 MB",
  "GB",
  "0x10",
  "一百",
  "1/2",
  "9".repeat(400),
])("%j is no number", (text) => {
  expect(readNumber(text, ["GB"])).toBeNaN();
});
