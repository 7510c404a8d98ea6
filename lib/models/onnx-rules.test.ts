import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ONNX_RULES } from "./onnx-rules";

const enforced = readFileSync("workers/python/touchstone/inside/onnx_rules.py", "utf8");

it("tells learners the operators that the sandbox takes", () => {
  const [, listed = ""] = /OPERATORS = """([^"]*)"""/.exec(enforced) ?? [];
  expect(ONNX_RULES.operators).toEqual(listed.trim().split(/\s+/));
});

it("tells learners the opsets that the sandbox takes", () => {
  const [, oldest, newest] = /OLDEST_OPSET, NEWEST_OPSET = (\d+), (\d+)/.exec(enforced) ?? [];
  expect(ONNX_RULES).toMatchObject({ oldestOpset: Number(oldest), newestOpset: Number(newest) });
});
