import { expect, it } from "vitest";
import { writtenSet } from "./written-set";

const { queries, texts, grade } = writtenSet();

it("has 600 texts and more, and 60 test queries and more for each language and form", () => {
  expect(texts.length).toBeGreaterThanOrEqual(600);
  for (const language of ["en", "zh"]) {
    for (const form of ["title", "text"]) {
      const chosen = queries.filter(
        (query) => query.part === "test" && query.language === language && query.form === form,
      );
      expect(chosen.length).toBeGreaterThanOrEqual(60);
    }
  }
});

it("keeps the roles of the parts apart, and no query is a text", () => {
  const roles = (part: string) =>
    new Set(queries.filter((query) => query.part === part).map(({ role }) => role));
  expect([...roles("development")].filter((role) => roles("test").has(role))).toEqual([]);
  const written = new Set(texts.map(({ text }) => text.toLowerCase()));
  expect(queries.filter(({ text }) => written.has(text.toLowerCase()))).toEqual([]);
});

it("grades both ways alike, the same role highest", () => {
  const roles = [...new Set(texts.map(({ role }) => role))];
  for (const a of roles) {
    expect(grade(a, a)).toBe(3);
    for (const b of roles) expect(grade(a, b)).toBe(grade(b, a));
  }
  expect(grade("ai-trainer", "data-annotator")).toBe(2);
  expect(grade("ai-trainer", "ai-educator")).toBe(1);
  expect(grade("ai-trainer", "llm-training")).toBe(0);
});

it("has no two entries of one id, and an unknown role has no grade", () => {
  const ids = [...queries, ...texts].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(grade("ai-trainer", "nobody")).toBe(0);
});
