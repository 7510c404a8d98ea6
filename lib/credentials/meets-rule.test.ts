import { describe, expect, it } from "vitest";
import { credentialRules } from "@/lib/content/credential-rules";
import { packageFolders } from "@/lib/content/folders";
import { loadChallenge } from "@/lib/content/load-challenge";
import { skillPillars } from "@/lib/content/skill-slugs";
import { authorPrior } from "@/lib/measurement/author-prior";
import { estimateProfile } from "@/lib/measurement/estimate-profile";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import type { Response } from "@/lib/measurement/response";
import { shortfalls } from "./meets-rule";

const CASES = 8;

/** Who does every published challenge once, each to so much of its points. */
async function standingOf(score: number) {
  const pillars = await skillPillars();
  const bySkill = new Map<string, Response[]>();
  const passed = [];
  for (const folder of (await packageFolders("challenges")).values()) {
    const { manifest } = await loadChallenge(folder);
    // Without a GPU these are not judged.
    if (manifest.kind === "kernel") continue;
    const skills = manifest.skills.map(({ slug }) => slug);
    if (score === 1) passed.push({ challenge: manifest.slug, skills, supervised: false });
    for (const { slug, weight } of manifest.skills) {
      const response: Response = {
        ...{ id: manifest.slug, itemId: manifest.slug, score, count: CASES, load: weight },
        item: authorPrior(manifest.difficulty, 0, DEFAULT_PARAMETERS),
        ...{ attempt: 1, hints: 0, supervised: false, ageYears: 0, similarity: "none" },
        current: true,
      };
      bySkill.set(slug, [...(bySkill.get(slug) ?? []), response]);
    }
  }
  const evidence = [...bySkill].map(([skill, responses]) => ({
    ...{ skill, responses, pillar: pillars.get(skill) ?? skill },
  }));
  const estimates = estimateProfile(evidence, DEFAULT_PARAMETERS);
  return { above: new Map([...estimates].map(([skill, { above }]) => [skill, above])), passed };
}

describe("the credentials on offer", () => {
  it("name skills of the map", async () => {
    const skills = new Set((await skillPillars()).keys());
    for (const rule of await credentialRules()) {
      expect(rule.skills.filter((skill) => !skills.has(skill))).toEqual([]);
    }
  });

  it("are all reached by who solves everything that is published, at once and alone", async () => {
    const standing = await standingOf(1);
    for (const rule of await credentialRules()) {
      expect([rule.slug, shortfalls(rule, standing)]).toEqual([rule.slug, []]);
    }
  });

  it("are not reached by who solves a fifth of each challenge", async () => {
    const standing = await standingOf(0.2);
    for (const rule of await credentialRules()) {
      expect(shortfalls(rule, standing).length).toBeGreaterThan(0);
    }
  });
});

describe("shortfalls", () => {
  it("tell the skill, the evidence and the supervision that are missing", async () => {
    const [first] = await credentialRules();
    if (!first) throw new Error("no credential is on offer");
    const rule = { ...first, supervised: true };
    const codes = shortfalls(rule, { above: new Map(), passed: [] }).map(({ code }) => code);
    expect(codes).toEqual([...rule.skills.map(() => "probability"), "evidence", "supervised"]);
  });
});
