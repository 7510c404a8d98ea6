import { beforeAll, describe, expect, it } from "vitest";
import {
  loadOrientationBank,
  ORIENTATION_PILLARS,
  type OrientationBank,
} from "@/lib/content/orientation-bank";
import { proveOrientation } from "./prove-orientation";

let bank: OrientationBank;
beforeAll(async () => {
  bank = await loadOrientationBank();
});

const all = () => [...bank.items.values()];
const singles = () => all().filter((item) => item.kind === "single");

/** How often the key is the longest option; ties share. */
function longestKeys(language: "en" | "zh"): number {
  const shares = singles().map(({ options }): number => {
    const most = Math.max(...options.map((option) => option[language].length));
    const longest = options.filter((option) => option[language].length === most);
    return longest.some(({ key }) => key) ? 1 / longest.length : 0;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

describe("the orientation's items", () => {
  // Thousands of drawn variants: a busy machine needs longer than a test's usual time.
  it("accept what is right and nothing that is wrong, in every variant", () => {
    const { problems, rows } = proveOrientation(bank);
    expect(problems).toEqual([]);
    expect(rows.filter(({ holds }) => !holds)).toEqual([]);
  }, 30_000);

  it.each(ORIENTATION_PILLARS)("spread from easy to hard in pillar %s", (pillar) => {
    const levels = all()
      .filter((item) => item.pillar === pillar)
      .map(({ difficulty }) => difficulty)
      .sort((a, b) => a - b);
    expect(levels[0]).toBeLessThanOrEqual(-1.5);
    expect(levels.at(-1)).toBeGreaterThanOrEqual(1.5);
    const gaps = levels.slice(1).map((level, index) => level - (levels[index] as number));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(0.5);
  });

  it("touch at least 24 skills, each by two items or more", () => {
    const skills = all().map(({ skill }) => skill);
    const lonely = skills.filter((skill) => skills.filter((one) => one === skill).length < 2);
    expect(lonely).toEqual([]);
    expect(new Set(skills).size).toBeGreaterThanOrEqual(24);
  });

  it.each(["en", "zh"] as const)("do not give keys away by their length (%s)", (language) => {
    expect(longestKeys(language)).toBeLessThanOrEqual(1 / 3);
  });

  it("are refused when a key is not accepted", () => {
    const [id, item] = [...bank.items].find(([, one]) => one.kind === "numeric") ?? [];
    if (!id || item?.kind !== "numeric") throw new Error("no numeric item");
    const broken = { ...item, wrong: [item.answer] };
    const report = proveOrientation({ ...bank, items: new Map([[id, broken]]) });
    expect(report.holds).toBe(false);
  });
});
