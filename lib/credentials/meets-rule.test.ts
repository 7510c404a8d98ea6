import { describe, expect, it } from "vitest";
import { credentialRules } from "@/lib/content/credential-rules";
import { packageFolders } from "@/lib/content/folders";
import { loadChallenge } from "@/lib/content/load-challenge";
import { skillPillars } from "@/lib/content/skill-slugs";
import { authorPrior } from "@/lib/measurement/author-prior";
import { estimateProfile } from "@/lib/measurement/estimate-profile";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import type { Response } from "@/lib/measurement/response";
import { random } from "@/lib/testing/random";
import { LEAST_SCORE, type Standing, shortfalls } from "./meets-rule";

const CASES = 8;
/** Logits; a novice of the method page, and a typical proficient learner. */
const NOVICE = -1.6;
const PROFICIENT = 1.05;
const LEARNERS = 100;
const SEED = 20_260_103;

const [folders, pillars, rules] = await Promise.all([
  packageFolders("challenges"),
  skillPillars(),
  credentialRules(),
]);
const loaded = await Promise.all([...folders.values()].map(loadChallenge));
// Without a GPU kernels are not judged.
const published = loaded.map(({ manifest }) => manifest).filter(({ kind }) => kind !== "kernel");

/** Who does every published challenge once, each to so much of its points. */
function standingOf(scoreOf: (difficulty: number) => number): Standing {
  const bySkill = new Map<string, Response[]>();
  const shown = [];
  for (const { slug: id, skills, difficulty } of published) {
    const score = scoreOf(difficulty);
    const names = skills.map(({ slug }) => slug);
    if (score >= LEAST_SCORE) shown.push({ challenge: id, skills: names, supervised: false });
    for (const { slug, weight } of skills) {
      const response: Response = {
        ...{ id, itemId: id, score, count: CASES, load: weight },
        item: authorPrior(difficulty, 0, DEFAULT_PARAMETERS),
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
  return { above: new Map([...estimates].map(([skill, { above }]) => [skill, above])), shown };
}

const awards = (standing: Standing) =>
  rules.filter((rule) => shortfalls(rule, standing).length === 0).map(({ slug }) => slug);

/** Awards of learners of one ability, whose cases come out by chance. */
function awardsAt(ability: number): string[][] {
  const next = random(SEED);
  return Array.from({ length: LEARNERS }, () =>
    awards(
      standingOf((difficulty) => {
        const right = Array.from({ length: CASES }, () => next() < logistic(ability - difficulty));
        return right.filter(Boolean).length / CASES;
      }),
    ),
  );
}

// Some hundred learners are simulated, each with everything that is published.
describe("the credentials on offer", { timeout: 60_000 }, () => {
  it("name skills of the map", () => {
    for (const rule of rules) {
      expect(rule.skills.filter((skill) => !pillars.has(skill))).toEqual([]);
    }
  });

  it("are all reached by who solves everything that is published, at once and alone", () => {
    const standing = standingOf(() => 1);
    for (const rule of rules) {
      expect([rule.slug, shortfalls(rule, standing)]).toEqual([rule.slug, []]);
    }
  });

  it("go to a novice in at most one case of twenty", () => {
    const lucky = awardsAt(NOVICE).filter((found) => found.length > 0);
    expect(lucky.length).toBeLessThanOrEqual(LEARNERS / 20);
  });

  it("go to most who are well into a level, where there is much to show it by, and to some elsewhere", () => {
    const found = awardsAt(PROFICIENT);
    const shareOf = (slug: string) => found.filter((one) => one.includes(slug)).length / LEARNERS;
    expect(shareOf("neural-networks-proficient")).toBeGreaterThan(0.9);
    expect(rules.map(({ slug }) => shareOf(slug) > 0.4)).toEqual(rules.map(() => true));
  });
});

describe("shortfalls", () => {
  it("tell the skill, the evidence and the supervision that are missing", () => {
    const [first] = rules;
    if (!first) throw new Error("no credential is on offer");
    const rule = { ...first, supervised: true };
    const codes = shortfalls(rule, { above: new Map(), shown: [] }).map(({ code }) => code);
    expect(codes).toEqual([...rule.skills.map(() => "unmeasured"), "evidence", "supervised"]);
  });
});
