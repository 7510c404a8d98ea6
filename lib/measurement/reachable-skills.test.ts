import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "./parameters";
import { type PublishedItem, reachableSkills } from "./reachable-skills";

const item = (id: string, difficulty: number, ...loads: [string, number][]): PublishedItem => ({
  id,
  difficulty,
  count: 10,
  guessing: 0,
  skills: loads.map(([skill, load]) => ({ skill, load })),
});

const BANK = [
  item("one", 0, ["rich", 1]),
  item("two", 0.5, ["rich", 1]),
  item("three", 1, ["rich", 0.8], ["poor", 0.2]),
  item("four", -2, ["easy", 1]),
  item("five", -2, ["easy", 1]),
];
const SKILLS = ["rich", "poor", "easy", "none"].map((skill) => ({ skill, pillar: skill }));
const reach = (options?: Parameters<typeof reachableSkills>[3]) =>
  new Map(
    reachableSkills(BANK, SKILLS, DEFAULT_PARAMETERS, options).map((one) => [one.skill, one]),
  );

test("a perfect learner is shown to be proficient where enough hard items bear on the skill", () => {
  expect(reach().get("rich")).toMatchObject({ items: 3, level: "proficient" });
});

test("one item, or none, shows nothing, and easy ones show little", () => {
  expect(reach().get("poor")).toMatchObject({ items: 1, level: undefined });
  expect(reach().get("none")).toMatchObject({ items: 0, level: undefined });
  expect(reach().get("easy")?.level).not.toBe("proficient");
});

test("who has nothing right reaches nothing", () => {
  for (const { level } of reach({ score: () => 0 }).values()) expect(level).toBeUndefined();
});
