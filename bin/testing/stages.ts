import { readdirSync } from "node:fs";
import { projectPath } from "../start/project";
import { type Counts, one } from "./counts";
import { gateCounts, junitCounts, playwrightCounts, vitestCounts } from "./reports";
import { sampleChallenges } from "./sample-challenges";

/** One part of the test run: a command, and how its outcome is counted. */
export type Stage = {
  name: string;
  /** Part of the quick half, for a git hook. */
  fast: boolean;
  /** Runs by itself, since it uses every core or puts the machine in want. */
  alone?: boolean;
  /** Starts an installation, which needs the production build. */
  starts?: boolean;
  command: string[];
  env?: Record<string, string>;
  cwd?: string;
  /** Where the report goes that `count` reads. With `stdout`, what the command prints is it. */
  report?: { file: string; from: "argument" | "stdout" };
  count: (status: number, report: string) => Counts;
};

export type StageOptions = {
  full: boolean;
  reports: string;
  python: string;
  env: Record<string, string>;
};

const tool = (name: string) => projectPath("node_modules/.bin", name);
const byStatus = (status: number) => one(status === 0);

function check(name: string, command: string[], extra: Partial<Stage> = {}): Stage {
  return { name, fast: true, command, count: byStatus, ...extra };
}

function vitest(project: string, fast: boolean, { reports, env }: StageOptions): Stage {
  const file = `${reports}/${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    name: `tests: ${project}`,
    fast,
    command: [tool("vitest"), "run", "--project", project, ...reporters],
    env,
    report: { file, from: "argument" },
    count: (_, report) => vitestCounts(report),
  };
}

function pytest({ full, reports, python, env }: StageOptions): Stage {
  const file = `${reports}/pytest.xml`;
  const marker = full ? ["-m", "full or not full"] : [];
  return {
    name: "tests: sandbox and hostile submissions",
    fast: false,
    command: [`${python}/bin/python`, "-m", "pytest", ...marker, `--junitxml=${file}`],
    cwd: projectPath("workers/python"),
    env,
    report: { file, from: "argument" },
    count: (_, report) => junitCounts(report),
  };
}

function gate({ full, reports, env }: StageOptions): Stage {
  const folder = projectPath("content/challenges");
  const slugs = full ? readdirSync(folder) : ["--sample", ...sampleChallenges(folder)];
  return {
    name: "publish gate",
    fast: false,
    alone: true,
    command: [projectPath("bin/touchstone"), "verify", "--json", ...slugs],
    env,
    report: { file: `${reports}/gate.json`, from: "stdout" },
    count: (_, report) => gateCounts(report),
  };
}

/** The browser tests that two browsers may do at once, or those that need the installation alone. */
function browser(which: "shared" | "alone", { full, reports, env }: StageOptions): Stage {
  const file = `${reports}/browser-${which}.json`;
  const chosen =
    which === "alone" ? ["--grep", "@alone", "--workers=1"] : ["--grep-invert", "@alone"];
  return {
    name: `tests: browser, ${which}`,
    fast: false,
    alone: true,
    starts: true,
    command: [tool("playwright"), "test", "--reporter=line,json", ...chosen],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(full && { TEST_FULL: "true" }) },
    report: { file, from: "argument" },
    count: (_, report) => playwrightCounts(report),
  };
}

function contract({ full, reports, python, env }: StageOptions): Stage {
  const file = `${reports}/contract.xml`;
  const script = projectPath("bin/testing/api-contract.ts");
  const examples = ["--examples", full ? "200" : "10"];
  const where = ["--python", python, "--report", file];
  return {
    name: "tests: API against its document",
    fast: false,
    starts: true,
    command: [process.execPath, "--import", "tsx", script, ...where, ...examples],
    env,
    report: { file, from: "argument" },
    count: (_, report) => junitCounts(report),
  };
}

/** Every stage: cheap ones first, then the long before the short, as two run at a time. */
export function stages(options: StageOptions): Stage[] {
  const ruff = `${options.python}/bin/ruff`;
  return [
    check("format and lint", [tool("biome"), "check", "--error-on-warnings", "."]),
    check("types", [tool("tsc"), "--noEmit"]),
    check("unused code", [tool("knip")]),
    check("Python lint", [ruff, "check", "workers/python", "content", "bench"]),
    check("Python format", [ruff, "format", "--check", "workers/python", "content", "bench"]),
    vitest("unit", true, options),
    vitest("database", false, options),
    pytest(options),
    { ...vitest("start", false, options), starts: true },
    contract(options),
    gate(options),
    browser("shared", options),
    browser("alone", options),
    ...(options.full ? [{ ...vitest("full", false, options), alone: true, starts: true }] : []),
  ];
}
