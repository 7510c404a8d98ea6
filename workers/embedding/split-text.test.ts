import { expect, it } from "vitest";
import { splitText } from "./split-text";

it("leaves a short text whole", () => {
  expect(splitText(" Trains models. ")).toEqual(["Trains models."]);
  expect(splitText("")).toEqual([""]);
});

it("cuts a long text after sentences, and loses nothing of it", () => {
  const sentence = "Built pipelines for forty models and watched them in use. ";
  const text = sentence.repeat(40).trim();
  const pieces = splitText(text);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.every((piece) => piece.length <= 900 && piece.endsWith("."))).toBe(true);
  expect(pieces.join(" ")).toBe(text);
});

it("cuts what has neither sentence nor space, never through a character", () => {
  const pieces = splitText("🚀".repeat(2000));
  expect(pieces.length).toBeLessThanOrEqual(8);
  expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
});
