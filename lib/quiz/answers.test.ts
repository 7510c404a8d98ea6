import { expect, it } from "vitest";
import type { Item } from "@/lib/content/quiz-bank";
import { fits } from "./answers";

const both = (text: string) => ({ en: text, zh: text });
const typed: Item = {
  ...{ id: "one", kind: "short", points: 1, params: {}, prompt: both("?"), explanation: both(".") },
  ...{ accept: { en: ["yes"], zh: ["是"] }, wrong: ["no"] },
};

it.each(["yes", "是", "", "𝒙"])("takes %j as typed", (text) => {
  expect(fits(typed, text)).toBe(true);
});

it.each(["a\u0000b", "a\ud800"])("refuses %j, which the database cannot hold", (text) => {
  expect(fits(typed, text)).toBe(false);
});

it("refuses places where words are asked for", () => {
  expect(fits(typed, [0])).toBe(false);
});
