import { expect, it } from "vitest";
import { evaluateExpression } from "./evaluate-expression";

it.each([
  ["1 + 2 * 3", 7],
  ["(1 + 2) * 3", 9],
  ["2 ** 3 ** 2", 512],
  ["-n / 4", -2],
  ["round(sqrt(2) * 100) / 100", 1.41],
  ["max(n, 3) % 5", 3],
  ["log2(n) + ln(e)", 4],
])("%s is %d", (expression, value) => {
  expect(evaluateExpression(expression, { n: 8 })).toBeCloseTo(value, 12);
});

it.each([
  "m",
  "constructor",
  "__proto__",
  "n.constructor",
  "this",
  "'a' + 'b'",
  "n = 3",
  "n; n",
  "[1, 2]",
  "n ? 1 : 2",
  "globalThis.process.exit(1)",
  "toString()",
  "2 ^ 3",
  "1 +",
  "",
])("%s means nothing", (expression) => {
  expect(() => evaluateExpression(expression, { n: 8 })).toThrow();
});
