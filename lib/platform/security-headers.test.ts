import { describe, expect, it } from "vitest";
import { apiHeaders, commonHeaders, contentSecurityPolicy, pageHeaders } from "./security-headers";

describe("the policy of a page", () => {
  const directive = (policy: string, name: string) =>
    policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";

  it("lets no script run without the request's nonce", () => {
    const script = directive(contentSecurityPolicy("abc", false), "script-src");
    expect(script).toContain("'nonce-abc'");
    expect(script).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
  });

  it("lets nobody frame the page or take its forms elsewhere", () => {
    const policy = contentSecurityPolicy("abc", false);
    expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(directive(policy, "form-action")).toBe("form-action 'self'");
    expect(directive(policy, "base-uri")).toBe("base-uri 'self'");
  });
});

describe.each([
  ["a file", commonHeaders],
  ["a page", pageHeaders],
  ["an answer of the API", apiHeaders],
])("the headers of %s", (_, headersOf) => {
  it("insist on https for two years, only where the public address has it", () => {
    expect(headersOf(true)["strict-transport-security"]).toBe("max-age=63072000");
    expect(headersOf(false)).not.toHaveProperty("strict-transport-security");
  });

  it("forbid guessing of types and framing", () => {
    expect(headersOf(false)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
  });
});

it("an answer of the API, opened as a page, can do nothing", () => {
  expect(apiHeaders(true)["content-security-policy"]).toContain("default-src 'none'");
});
