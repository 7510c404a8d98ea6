import { describe, expect, it } from "vitest";
import { domainField, domainName } from "./domain-name";

describe("a domain", () => {
  it.each([
    ["Example.ORG", "example.org"],
    [" jobs.example.org. ", "jobs.example.org"],
    ["例子.中国", "xn--fsqu00a.xn--fiqs8s"],
  ])("%j is %s", (text, domain) => {
    expect(domainName(text)).toBe(domain);
  });

  it.each([
    ...["", "localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "example.org:8080"],
    ...["example.org/path", "user@example.org", "-a.org", "a..org", "http://example.org"],
    ...[`${"a".repeat(64)}.org`, "a b.org"],
  ])("%j is none", (text) => {
    expect(domainField.safeParse(text).error?.issues[0]?.message).toBe("domain_invalid");
  });

  it.each(["gmail.com", "QQ.com", "vip.163.com", "someone.github.io"])(
    "%s is anybody's, and proves nothing",
    (text) => {
      expect(domainField.safeParse(text).error?.issues[0]?.message).toBe("domain_public");
    },
  );

  it("that only ends like a provider's is nobody's but its owner's", () => {
    expect(domainField.parse("notgmail.com")).toBe("notgmail.com");
  });
});
