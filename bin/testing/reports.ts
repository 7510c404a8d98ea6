import { readFileSync } from "node:fs";
import { z } from "zod";
import { add, type Counts, NOTHING } from "./counts";

const vitest = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numFailedTestSuites: z.int(),
});

/** Counts of vitest's JSON report; a file that could not be loaded counts as one failure. */
export function vitestCounts(file: string): Counts {
  const report = vitest.parse(JSON.parse(readFileSync(file, "utf8")));
  const broken = report.numFailedTests === 0 ? report.numFailedTestSuites : 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests,
  };
}

const playwright = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** Counts of Playwright's JSON report. A test that passed only when repeated has failed. */
export function playwrightCounts(file: string): Counts {
  const { stats } = playwright.parse(JSON.parse(readFileSync(file, "utf8")));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/** Counts of a JUnit file, as pytest and schemathesis write it; of several suites, their sum. */
export function junitCounts(file: string): Counts {
  const suites = readFileSync(file, "utf8").match(/<testsuite [^>]*>/g) ?? [];
  return suites.map(suiteCounts).reduce(add, NOTHING);
}

function suiteCounts(suite: string): Counts {
  const read = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = read("failures") + read("errors");
  const skipped = read("skipped");
  return { passed: read("tests") - failed - skipped, failed, skipped };
}

const gate = z.array(
  z.object({
    slug: z.string(),
    problems: z.array(z.string()),
    rows: z.array(z.object({ holds: z.boolean() })),
  }),
);

/** Counts of `verify --json`: every known submission, and every problem of a package. */
export function gateCounts(file: string): Counts {
  const reports = gate.parse(JSON.parse(readFileSync(file, "utf8")));
  const rows = reports.flatMap((report) => report.rows);
  const problems = reports.flatMap((report) => report.problems).length;
  const passed = rows.filter((row) => row.holds).length;
  return { passed, failed: rows.length - passed + problems, skipped: 0 };
}
