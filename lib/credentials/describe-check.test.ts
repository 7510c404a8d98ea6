import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import en from "@/messages/en/verify.json";
import { describeCheck } from "./describe-check";
import { CHECKS, check } from "./verification";

const sources = readdirSync("lib/credentials")
  .filter((name) => /^(check|verify)-.*(?<!\.test)\.ts$/.test(name))
  .map((name) => readFileSync(`lib/credentials/${name}`, "utf8"))
  .join("\n");

describe("what a check says", () => {
  it.each(Object.keys(en.codes).filter((code) => !/^(issuer_|revoked|suspended)/.test(code)))(
    "%s is said somewhere",
    (code) => {
      expect(sources).toContain(`"${code}"`);
    },
  );

  it.each(["en", "zh"] as const)("has words in %s for everything, without holes", (locale) => {
    const params = { from: "2026-02-01T00:00:00Z", until: "2028-02-01T00:00:00Z", format: "jwt" };
    for (const code of Object.keys(en.codes)) {
      const filled = { ...params, issuer: "i", name: "n", suite: "s", key: "k", detail: "d" };
      const given = check("issuer", "holds", code, { ...filled, fault: "f", type: "t", at: "a" });
      const { text } = describeCheck(given, locale);
      expect(text).not.toMatch(/[{}]|codes\./);
    }
    for (const name of CHECKS) {
      expect(describeCheck(check(name, "fails", "empty"), locale).name).not.toContain(".");
    }
  });

  it("shows days, not times", () => {
    const given = check("dates", "fails", "expired", { from: "x", until: "2028-02-01T00:00:00Z" });
    expect(describeCheck(given, "en").text).toBe("It expired on 2028-02-01.");
  });
});
