import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { closingLine } from "./counts";
import { gateCounts, junitCounts, playwrightCounts, vitestCounts } from "./reports";

const folder = mkdtempSync(path.join(tmpdir(), "touchstone-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

describe("reading what runners report", () => {
  it("counts vitest's tests, and a suite that could not be loaded as a failure", () => {
    const none = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1 };
    expect(vitestCounts(written("a", { ...none, numFailedTestSuites: 1 }))).toEqual({
      passed: 3,
      failed: 1,
      skipped: 1,
    });
  });

  it("counts a flaky browser test as failed", () => {
    const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 0 };
    expect(playwrightCounts(written("b", { stats }))).toEqual({ passed: 2, failed: 2, skipped: 0 });
  });

  it("reads the sums of a JUnit file", () => {
    const xml =
      '<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="1" tests="9">';
    expect(junitCounts(written("c", xml))).toEqual({ passed: 5, failed: 3, skipped: 1 });
  });

  it("adds up the suites of a JUnit file", () => {
    const xml = '<testsuite tests="3" failures="1"></testsuite>\n<testsuite tests="4" skipped="1">';
    expect(junitCounts(written("several", xml))).toEqual({ passed: 5, failed: 1, skipped: 1 });
  });

  it("counts a package's problems beside its submissions", () => {
    const report = { slug: "x", problems: ["none"], rows: [{ holds: true }, { holds: false }] };
    expect(gateCounts(written("d", [report]))).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it("names skipped tests only where there are some", () => {
    expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe("2 passed, 0 failed");
    expect(closingLine({ passed: 2, failed: 1, skipped: 3 })).toBe("2 passed, 1 failed, 3 skipped");
  });
});
