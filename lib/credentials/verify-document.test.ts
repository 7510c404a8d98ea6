import { beforeAll, describe, expect, it } from "vitest";
import {
  badgeInput,
  ISSUER,
  NOW,
  publishedBy,
  reading,
  signedBadge,
  type TestKeys,
  testKeys,
} from "@/lib/testing/credentials";
import { readClaims } from "./read-claims";
import type { Read } from "./verification";
import { type VerifyOptions, verifyDocument } from "./verify-document";

let keys: TestKeys;
let badge: Awaited<ReturnType<typeof signedBadge>>;
let read: Read;

beforeAll(async () => {
  keys = await testKeys();
  badge = await signedBadge(keys);
  read = reading(await publishedBy([keys.ed25519, keys.rsa], keys.ed25519));
});

const verify = (text: string, options: Partial<VerifyOptions> = {}) =>
  verifyDocument(readClaims(text), { read, now: NOW, ...options });

const codes = async (text: string, options: Partial<VerifyOptions> = {}) => {
  const { verdict, checks } = await verify(text, options);
  return [verdict, ...checks.filter(({ state }) => state === "fails").map(({ code }) => code)];
};

describe("a badge of ours", () => {
  it.each(["json", "eddsa", "rs256"] as const)("verifies as %s", async (form) => {
    const { verdict, checks } = await verify(badge[form]);
    expect(checks.filter(({ state }) => state !== "holds").map(({ code }) => code)).toEqual([
      "subject_unasked",
    ]);
    expect(verdict).toBe("valid");
  });

  it("names the suite and the key that signed it", async () => {
    const suites = await Promise.all(
      [badge.json, badge.eddsa, badge.rs256].map(async (text) => {
        const found = (await verify(text)).checks.find(({ name }) => name === "signature");
        return [found?.params.suite, found?.params.key?.includes(ISSUER.did)];
      }),
    );
    expect(suites).toEqual([
      ["eddsa-rdfc-2022", true],
      ["EdDSA", true],
      ["RS256", true],
    ]);
  });

  it("verifies in Chinese", async () => {
    const { json } = await signedBadge(keys, { locale: "zh" });
    expect((await verify(json)).verdict).toBe("valid");
    expect(json).toContain("注意力机制：熟练");
  });

  it("is refused once revoked", async () => {
    const revoked = await publishedBy([keys.ed25519, keys.rsa], keys.ed25519, [42]);
    for (const text of [badge.json, badge.eddsa, badge.rs256]) {
      expect(await codes(text, { read: reading(revoked) })).toEqual(["invalid", "revoked"]);
    }
    const neighbours = await publishedBy([keys.ed25519, keys.rsa], keys.ed25519, [41, 43]);
    expect(await codes(badge.json, { read: reading(neighbours) })).toEqual(["valid"]);
  });

  it("is refused after its time and before it", async () => {
    const late = new Date("2028-02-01T00:00:00Z");
    const list = await publishedBy([keys.ed25519, keys.rsa], keys.ed25519);
    expect(await codes(badge.json, { now: late, read: reading(list) })).toContain("expired");
    const early = new Date("2026-01-31T23:58:00Z");
    expect(await codes(badge.eddsa, { now: early })).toEqual(["invalid", "not_yet_valid"]);
  });

  it("verifies with a key that was rotated since, and not with one that was withdrawn", async () => {
    const next = await testKeys();
    const rotated = await publishedBy([keys.ed25519, keys.rsa, next.ed25519], next.ed25519);
    expect(await codes(badge.json, { read: reading(rotated) })).toEqual(["valid"]);
    expect(await codes(badge.rs256, { read: reading(rotated) })).toEqual(["valid"]);
    const withdrawn = await publishedBy([next.ed25519, next.rsa], next.ed25519);
    expect(await codes(badge.json, { read: reading(withdrawn) })).toContain("key_not_issuers");
  });

  it("says who holds it when asked for an address", async () => {
    expect(await codes(badge.json, { email: " Ada@Example.org" })).toEqual(["valid"]);
    expect(await codes(badge.json, { email: "bob@example.org" })).toContain("subject_wrong");
  });

  it("stays undecided while its issuer does not answer", async () => {
    expect(await codes(badge.json, { read: reading({}) })).toEqual(["undecided"]);
  });
});

describe("somebody who signs in the name of another", () => {
  it("is found out in every form", async () => {
    const forged = await signedBadge(await testKeys());
    expect(await codes(forged.json)).toContain("key_not_issuers");
    expect(await codes(forged.eddsa)).toContain("signature_wrong");
    expect(await codes(forged.rs256)).toContain("signature_wrong");
  });

  it("is found out when he signs under his own name", async () => {
    const { json } = await signedBadge(keys);
    const forged = JSON.parse(json);
    forged.issuer.id = "did:web:other.example.org";
    expect((await codes(JSON.stringify(forged)))[0]).toBe("invalid");
  });

  it("is not helped by a status list of his own", async () => {
    const other = await testKeys();
    const published = await publishedBy([keys.ed25519, keys.rsa], other.ed25519, []);
    const { verdict, checks } = await verify(badge.json, { read: reading(published) });
    expect(verdict).toBe("undecided");
    expect(checks.find(({ name }) => name === "status")?.code).toBe("status_unusable");
  });
});

it("a badge without an end stays valid", async () => {
  const { json, eddsa } = await signedBadge(keys, { ...badgeInput(), validUntil: undefined });
  expect(await codes(json)).toEqual(["valid"]);
  expect(await codes(eddsa)).toEqual(["valid"]);
});
