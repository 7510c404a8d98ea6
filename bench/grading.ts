import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import { withPool } from "@/bin/grading/with-pool";
import { resolvePackage } from "@/lib/content/folders";
import { loadChallenge } from "@/lib/content/load-challenge";
import { dataPath } from "@/lib/platform/env";
import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";
import { type Figure, reportFigures } from "./lib/figures";

/** Challenge, known right solution, and what a cold, unsandboxed run imports and computes. */
const SUBJECTS = [
  { name: "numpy", slug: "softmax", solution: "accepted/shifted.py", reach: 10, latency: 1 },
  {
    name: "torch",
    slug: "transformer-repair",
    solution: "accepted/mended.py",
    reach: 25,
    latency: 0.1,
  },
] as const;
const COLD_RUNS = 10;
const GRADINGS = 60;

const seconds = (since: number) => (performance.now() - since) / 1000;
const quantile = (values: number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN;

/** A cold run of the same cases: one fresh interpreter, no sandbox, checker and solution together. */
const coldScript = (checker: string, solution: string) => `
import hashlib, sys, types
sys.path.insert(0, ${JSON.stringify("workers/python")})
import numpy as np
from touchstone.checker import registry
module = types.ModuleType("solution")
exec(compile(${JSON.stringify(solution)}, "solution.py", "exec"), module.__dict__)
exec(compile(${JSON.stringify(checker)}, "checker.py", "exec"), {})
class Plain:
    def __getattr__(self, name):
        def call(*args, **kwargs):
            result = getattr(module, name)(*args, **kwargs)
            result = list(result) if isinstance(result, tuple) else result
            numpy = lambda v: v.numpy() if hasattr(v, "numpy") else v
            return [numpy(v) for v in result] if isinstance(result, list) else numpy(result)
        return call
for case in registry.declared:
    digest = hashlib.sha256(f"bench\\n{case.name}".encode()).digest()
    case.body(Plain(), np.random.default_rng(int.from_bytes(digest, "big")))
`;

function coldOnce(python: string, script: string): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(python, ["-c", script], { stdio: ["ignore", "ignore", "inherit"] });
    child.once("exit", (status) =>
      status === 0 ? resolve(seconds(begun)) : reject(new Error("the cold run failed")),
    );
  });
}

/** Runs `total` of something with `width` under way at a time; returns how many a second. */
async function rate(total: number, width: number, act: (n: number) => Promise<unknown>) {
  let next = 0;
  const begun = performance.now();
  const lane = async () => {
    while (next < total) await act(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return total / seconds(begun);
}

async function measure(pool: RunnerPool, subject: (typeof SUBJECTS)[number]): Promise<Figure[]> {
  const folder = await resolvePackage(subject.slug);
  if (!folder) throw new Error(`${subject.slug} is missing`);
  const content = await loadChallenge(folder);
  const solution = content.files[`submissions/${subject.solution}`] ?? "";
  const script = coldScript(content.files["checker.py"] ?? "", solution);
  const python = `${dataPath("python")}/bin/python`;
  const cores = os.availableParallelism();
  const grade = async (n: number) => {
    const files = { [content.manifest.entry]: solution };
    const input = { content, files, mode: "submit", seed: `bench-${n}` } as const;
    const { verdict } = await gradeOnce(pool, `bench-${subject.name}-${n}`, input);
    if (verdict !== "passed") throw new Error(`the bench's submission got ${verdict}`);
  };
  await rate(cores * 2, cores, (n) => grade(-1 - n));
  const cold: number[] = [];
  const warm: number[] = [];
  // In turn, so that a change in the machine's speed meets both.
  for (let n = 0; n < COLD_RUNS; n++) {
    cold.push(await coldOnce(python, script));
    const begun = performance.now();
    await grade(10_000 + n);
    warm.push(seconds(begun));
  }
  const coldRate = await rate(COLD_RUNS, cores, () => coldOnce(python, script));
  const warmRate = await rate(GRADINGS, cores, grade);
  const { name } = subject;
  const base = quantile(cold, 0.5);
  return [
    { name: `${name}: cold python3, p50`, value: base * 1000, unit: "ms", better: "lower" },
    {
      name: `${name}: runner latency p50 / cold`,
      value: quantile(warm, 0.5) / base,
      unit: "x",
      reach: subject.latency,
      better: "lower",
    },
    {
      name: `${name}: runner latency p95 / cold`,
      value: quantile(warm, 0.95) / base,
      unit: "x",
      better: "lower",
    },
    {
      name: `${name}: gradings a second / cold runs a second`,
      value: warmRate / coldRate,
      unit: "x",
      reach: subject.reach,
      better: "higher",
    },
    { name: `${name}: gradings a second`, value: warmRate, unit: "1/s", better: "higher" },
  ];
}

const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
const model = spawnSync("uname", ["-srm"], { encoding: "utf8" }).stdout.trim();
process.stdout.write(`${model}, ${os.availableParallelism()} cores, load ${load}\n`);
await withPool(async (pool) => {
  const figures: Figure[] = [];
  for (const subject of SUBJECTS) figures.push(...(await measure(pool, subject)));
  reportFigures(figures);
});
