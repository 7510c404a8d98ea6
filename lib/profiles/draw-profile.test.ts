import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawProfile } from "./draw-profile";
import type { PublicProfile } from "./read-public-profile";

const skill = (en: string, level: number): PublicProfile["skills"][number] => ({
  ...{ slug: en.toLowerCase(), title: { en, zh: "能力" }, reached: null, history: [] },
  ...{ band: { level, low: level - 8, high: level + 8 }, measuredAt: new Date("2026-03-01") },
});

const profile = (change: Partial<PublicProfile> = {}): PublicProfile => ({
  ...{ handle: "ada", displayName: "Ada", indexed: false, languages: ["en"] },
  ...{ headline: { en: "Builds", zh: "构建" }, skills: [skill("Attention", 71)], credentials: [] },
  ...change,
});

const draw = (change = {}, locale: "en" | "zh" = "en") =>
  drawProfile(profile(change), locale, "skills.example.org");

describe("a profile's image", () => {
  it("is 1200 by 630, in the language asked for", async () => {
    const { width, height } = await sharp(Buffer.from(draw())).png().metadata();
    expect({ width, height }).toEqual({ width: 1200, height: 630 });
    expect(draw({}, "zh")).toContain("构建");
    expect(draw({}, "zh")).not.toContain("Builds");
  });

  it("never shows a level without its band", () => {
    expect(draw()).toContain("71 (63–79)");
  });

  it("takes what people write as words, not as markup", async () => {
    const svg = draw({ displayName: '</text><image href="file:///etc/passwd"/>&"<' });
    expect(svg).not.toContain("<image");
    await expect(sharp(Buffer.from(svg)).png().toBuffer()).resolves.toBeDefined();
  });

  it("cuts what does not fit, and says how many skills are left out", () => {
    const skills = Array.from({ length: 8 }, (_, index) => skill(`Skill ${index}`, 20 + index));
    const svg = draw({ skills, headline: { en: "long ".repeat(24), zh: "" } });
    expect(svg).toContain("…");
    expect(svg).toContain("and 3 more");
    expect(svg).toContain("Skill 7");
    expect(svg).not.toContain("Skill 2");
  });
});
