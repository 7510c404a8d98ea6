import { describe, expect, it } from "vitest";
import { base32, codeAt, matchingStep, otpauthAddress, stepAt } from "./totp";

/** The key of RFC 6238, appendix B, and of RFC 4226, appendix D. */
const SECRET = Buffer.from("12345678901234567890");

describe("a one-time password", () => {
  it.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("of second %i is the one in RFC 6238", (second, code) => {
    expect(codeAt(SECRET, stepAt(second * 1000), 8)).toBe(code);
  });

  it.each(["755224", "287082", "359152", "969429", "338314"])(
    "of a count is the one in RFC 4226: %s",
    (code) => {
      expect([0, 1, 2, 3, 4].map((count) => codeAt(SECRET, count))).toContain(code);
    },
  );

  const now = 1_700_000_000_000;
  const step = stepAt(now);

  it("counts one step early and one step late, no more", () => {
    const taken = [-2, -1, 0, 1, 2].map((by) =>
      matchingStep(SECRET, codeAt(SECRET, step + by), { now, last: 0 }),
    );
    expect(taken).toEqual([null, step - 1, step, step + 1, null]);
  });

  it("is taken once, and none before it afterwards", () => {
    const late = codeAt(SECRET, step - 1);
    expect(matchingStep(SECRET, late, { now, last: step - 1 })).toBeNull();
    expect(matchingStep(SECRET, late, { now, last: step })).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step + 1), { now, last: step })).toBe(step + 1);
  });

  it.each(["", "12345", "1234567", "12345x", "１２３４５６"])("is six digits, not %j", (code) => {
    expect(matchingStep(SECRET, code, { now, last: 0 })).toBeNull();
  });
});

describe("what an authenticator app reads", () => {
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("spells %j as RFC 4648 does", (text, spelt) => {
    expect(base32(Buffer.from(text))).toBe(spelt);
  });

  it("names the account and the installation", () => {
    expect(otpauthAddress(SECRET, "a+b@example.org", "Touch Stone")).toBe(
      "otpauth://totp/Touch%20Stone:a%2Bb%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" +
        "&issuer=Touch%20Stone&algorithm=SHA1&digits=6&period=30",
    );
  });
});
