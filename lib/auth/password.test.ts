import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password";
import { passwordIssue } from "./password-strength";

describe("a password at rest", () => {
  it("is an argon2id hash with OWASP's parameters", async () => {
    expect(await hashPassword("granite streak assay")).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  it("is told from others, however its characters were composed", async () => {
    const stored = await hashPassword("caf\u00e9 granite streak");
    expect(await verifyPassword(stored, "cafe\u0301 granite streak")).toBe(true);
    expect(await verifyPassword(stored, "cafe granite streak")).toBe(false);
  });

  it("that does not exist is matched by nothing", async () => {
    expect(await verifyPassword(null, "")).toBe(false);
    expect(await verifyPassword(null, "granite streak assay")).toBe(false);
  });
});

describe("a new password", () => {
  const judge = (password: string) => passwordIssue(password, ["ada.lovelace@example.org", "Ada"]);

  it.each(["granite streak assay 47", "试金石上的一道金痕四十七"])(
    "may be %s",
    async (password) => {
      expect(await judge(password)).toBeNull();
    },
  );

  it.each([
    ["short", "a7#kQ2x", "password_short"],
    ["too long to hash", "ab7#".repeat(60), "password_long"],
    ["a common one", "password", "password_weak_topTen"],
  ])("may not be %s", async (_, password, code) => {
    expect(await judge(password)).toMatchObject({ path: "password", code });
  });

  it("may not be made of the person's own name and address", async () => {
    expect(await judge("lovelace.ada")).not.toBeNull();
    expect(await passwordIssue("xqzvorblat", ["xqzvorblat@example.org"])).not.toBeNull();
  });
});
