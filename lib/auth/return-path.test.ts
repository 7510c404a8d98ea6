import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./return-path";

describe("the address one returns to", () => {
  it.each(["/en/tracks", "/zh/submissions?verdict=passed", "/en#main", "/"])(
    "may be %s",
    (path) => {
      expect(safeReturnPath(path)).toBe(path);
    },
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/%2f/evil.example",
    "/%252f/evil.example",
    "/%5cevil.example",
    "/\tevil",
    "/..//evil.example",
    "/%",
    "",
    null,
  ])("is not %s", (path) => {
    expect(safeReturnPath(path, "/home")).toBe("/home");
  });
});
