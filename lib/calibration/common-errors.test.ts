import { expect, test } from "vitest";
import type { JudgedCase } from "./case-statistics";
import { commonErrors } from "./common-errors";

const failing = (line: string | null, type: string | null = "ValueError"): JudgedCase[] => [
  {
    ...{ name: "one", title: { en: "One", zh: "一" }, visible: true },
    ...{ outcome: "candidate_error", code: "error_raised", type, line },
  },
];

test("a message stands there once three share it; a rarer one is told by its type alone", () => {
  const own = "the name of somebody";
  const all = [failing("shapes"), failing("shapes"), failing("shapes"), failing(own), failing(own)];
  expect(commonErrors(all)).toEqual([
    { outcome: "candidate_error", text: "ValueError: shapes", learners: 3 },
    { outcome: "candidate_error", text: "ValueError", learners: 2 },
  ]);
});

test("without an exception the message's code says what it was, and passes say nothing", () => {
  const passed = failing(null).map((one) => ({ ...one, outcome: "passed" as const }));
  expect(commonErrors([failing(null, null), passed])).toEqual([
    { outcome: "candidate_error", text: "error_raised", learners: 1 },
  ]);
});
