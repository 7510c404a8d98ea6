import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectPath } from "../start/project";

const FORBIDDEN = [
  ["lib/grading/a.ts", "@/app/page"],
  ["lib/grading/b.ts", "@/components/probe"],
  ["lib/grading/c.ts", "@/workers/main"],
  ["lib/grading/d.ts", "../../bin/main"],
  ["lib/grading/e.ts", "react"],
  ["lib/grading/f.ts", "next/headers"],
  ["lib/platform/a.ts", "@/lib/grading/events"],
  ["components/a.tsx", "@/app/page"],
  ["components/b.tsx", "@/lib/platform/db"],
  ["app/a.tsx", "@/workers/main"],
  ["app/b.tsx", "@/lib/platform/db"],
  ["workers/a.ts", "@/app/page"],
  ["workers/b.ts", "@/components/probe"],
  ["bin/a.ts", "@/app/page"],
] as const;

const ALLOWED = [
  ["app/c.tsx", "@/components/probe"],
  ["components/c.tsx", "@/lib/grading/events"],
  ["workers/c.ts", "@/lib/platform/db"],
  ["bin/c.ts", "@/workers/main"],
  ["lib/platform/c.ts", "@/lib/platform/env"],
] as const;

const folder = mkdtempSync(path.join(tmpdir(), "touchstone-imports-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Files that break the rule, as Biome sees a project of these files. */
function offenders(): string {
  cpSync(projectPath("biome.json"), path.join(folder, "biome.json"));
  for (const [file, imported] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    const text = `import { x } from "${imported}";\nexport const y = x;\n`;
    writeFileSync(path.join(folder, file), text);
  }
  const biome = projectPath("node_modules/.bin/biome");
  const args = ["lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none", "."];
  const { stdout } = spawnSync(biome, args, { cwd: folder, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line.includes("noRestrictedImports"));
  return lines.join("\n");
}

describe("imports go one way", () => {
  const found = offenders();

  it.each(FORBIDDEN)("%s may not import %s", (file) => {
    expect(found).toContain(file);
  });

  it.each(ALLOWED)("%s may import %s", (file) => {
    expect(found).not.toContain(file);
  });
});
