import { describe, expect, it } from "vitest";
import { slugOf } from "./organisation-slug";

describe("the name of an organisation in an address", () => {
  it.each([
    ["Acme & Sons, Ltd.", "acme-sons-ltd"],
    ["Électricité", "electricite"],
    ["北京 AI 研究院", "ai"],
    ["x".repeat(60), "x".repeat(40)],
  ])("is made of what latin letters %s has", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each(["深度求索", "join", "New", "…"])("is invented where %s gives none", (name) => {
    expect(slugOf(name)).toMatch(/^org-[0-9a-f]{6}$/);
  });
});
