import { beforeAll, expect, it, vi } from "vitest";
import { issueDevice, knownDevice } from "./known-device";

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a secret for this test alone, long enough");
  vi.stubEnv("SEED_SECRET", "another secret for this test, long enough");
});

it("a device is known to the account that its mark was issued for, and to no other", () => {
  const mark = issueDevice("ada@example.org");
  expect(knownDevice(mark, "ada@example.org")).not.toBeNull();
  expect(knownDevice(mark, "eve@example.org")).toBeNull();
});

it.each(["", ".", "a.b", "a.b.c"])("a made-up mark %j is known to nobody", (mark) => {
  expect(knownDevice(mark, "ada@example.org")).toBeNull();
});

it("a mark whose id was exchanged is known to nobody", () => {
  const [, signature] = issueDevice("ada@example.org").split(".");
  expect(knownDevice(`another.${signature}`, "ada@example.org")).toBeNull();
});
