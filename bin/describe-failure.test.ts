import { expect, it } from "vitest";
import { DomainError, InputError } from "@/lib/platform/errors";
import { describeFailure } from "./describe-failure";

it("puts the codes of the domain into words", async () => {
  const limited = new DomainError("rate_limited", "rate_limited", { retryAfter: 2 });
  expect(await describeFailure(limited)).toMatchObject({
    message: "Too many attempts. Try again in 2 seconds.",
  });
});

it("names every field of an input with what is wrong with it", async () => {
  const issues = [
    { path: "files.a.py", code: "file_missing" },
    { path: "files.b.py", code: "file_unexpected" },
  ];
  expect(await describeFailure(new InputError(issues))).toMatchObject({
    message: expect.stringMatching(/^files\.a\.py: \w.* \w.*\n {2}files\.b\.py: \w.* \w/),
  });
});

it("leaves other failures as they are, with their remedy", async () => {
  const failure = Object.assign(new Error("The disk is full"), { remedy: "Free some space" });
  expect(await describeFailure(failure)).toBe(failure);
});
