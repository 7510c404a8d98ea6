import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { projectPath } from "../start/project";
import { sampleChallenges } from "./sample-challenges";

function challenges(manifests: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "touchstone-sample-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [slug, yaml] of Object.entries(manifests)) {
    mkdirSync(path.join(folder, slug));
    writeFileSync(path.join(folder, slug, "challenge.yaml"), yaml);
  }
  return folder;
}

describe("the sample of the publish gate", () => {
  it("has of each kind and set of imports the challenge with the least time", () => {
    const folder = challenges({
      a: "kind: function\nimports: [numpy, torch]\nlimits: { wall_s: 9 }",
      b: "kind: function\nimports: [torch, numpy]\nlimits: { wall_s: 5 }",
      c: "kind: function\nimports: [numpy]\nlimits: { wall_s: 20 }",
      d: "kind: training\nimports: [numpy]\nlimits: { wall_s: 5 }",
      e: "kind: training\nimports: [numpy]\nlimits: { wall_s: 5 }",
      f: "kind: quiz",
    });
    expect(sampleChallenges(folder)).toEqual(["b", "c", "d", "f"]);
  });

  it("leaves out no kind of the repository's challenges", () => {
    const folder = projectPath("content/challenges");
    const kindOf = (slug: string) =>
      /^kind: (\w+)/m.exec(readFileSync(path.join(folder, slug, "challenge.yaml"), "utf8"))?.[1];
    const kinds = new Set(readdirSync(folder).map(kindOf));
    expect(new Set(sampleChallenges(folder).map(kindOf))).toEqual(kinds);
  });
});
