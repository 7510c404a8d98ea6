import { expect, it } from "vitest";
import { brokenBy, findingLine } from "./finding";

it("a finding is one line, whatever a program said", () => {
  const error = Object.assign(new Error("It did not start:\n  no space\n  no room."), {
    remedy: "Free some space",
  });
  expect(findingLine(brokenBy("Postgres", error))).toBe(
    "✗ Postgres   It did not start: no space no room. Free some space",
  );
});
