import { expect, it } from "vitest";
import { handleField } from "./handle";

const codeOf = (text: unknown) => handleField.safeParse(text).error?.issues[0]?.message;

it.each(["ada", "ada-lovelace", "42-is-it", "a".repeat(30), "  Ada "])("takes %j", (text) => {
  expect(handleField.parse(text)).toBe(text.trim().toLowerCase());
});

it.each([
  ["", "handle_short"],
  [undefined, "handle_missing"],
  ["ab", "handle_short"],
  ["a".repeat(31), "handle_long"],
  ["ada lovelace", "handle_characters"],
  ["阿达阿达", "handle_characters"],
  ["ada_l", "handle_characters"],
  ["ada/../x", "handle_characters"],
  ["-ada", "handle_hyphens"],
  ["ada-", "handle_hyphens"],
  ["ada--l", "handle_hyphens"],
  ["admin", "handle_reserved"],
  ["Touchstone", "handle_reserved"],
])("refuses %j by %s", (text, code) => {
  expect(codeOf(text)).toBe(code);
});
