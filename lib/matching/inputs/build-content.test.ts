import { describe, expect, it } from "vitest";
import { buildContent, type MatchSource } from "./build-content";

const title = (slug: string) => ({ en: slug, zh: slug });

function source(change: { name?: string; school?: string; employer?: string } = {}): MatchSource {
  const { name = "Mei Lin", school = "Harbour University", employer = "Northwind Ltd" } = change;
  return {
    ...{ name, country: "DE", relocates: false, availability: "weeks", languages: [] },
    workPlaces: ["remote", "hybrid"],
    texts: [
      {
        ...{ userId: "u", locale: "en", headline: "Trains language models", updatedAt: new Date() },
        summary: `I am ${name}, write to ${name.split(" ")[0]}@example.org. Learned it at ${school}.`,
        work: [
          {
            ...{ name: employer, position: "Engineer", start: "2020-01", end: "2021-12" },
            ...{ summary: `Served models at ${employer}.`, highlights: ["Halved the cost"] },
          },
        ],
        education: [
          { institution: school, area: "Physics", degree: "MSc", start: "2010", end: "2012" },
        ],
        projects: [],
      },
    ],
    skills: [
      { userId: "u", skillSlug: "shown", claimedLevel: 90, showsBand: true, showsEvidence: true },
      { userId: "u", skillSlug: "kept", claimedLevel: 40, showsBand: false, showsEvidence: false },
    ],
    estimates: [
      { skillSlug: "shown", mean: 1, sd: 0.4 },
      { skillSlug: "kept", mean: 2, sd: 0.4 },
      { skillSlug: "never-named", mean: 2, sd: 0.4 },
    ],
  };
}

const build = (change?: Parameters<typeof source>[0]) =>
  buildContent(source(change), title, "2026-06");

describe("what matching reads of a candidate", () => {
  it("is the same whatever the name, the school and the employer are", () => {
    const one = build();
    expect(build({ name: "Olumide Adeyemi-Brown" })).toEqual(one);
    expect(build({ name: "王小明" })).toEqual(one);
    expect(build({ school: "清华大学" })).toEqual(one);
    expect(build({ employer: "Contoso" })).toEqual(one);
  });

  it("holds no name, school, employer, address or year", () => {
    const text = JSON.stringify(build());
    for (const hidden of ["Mei", "Lin", "Harbour", "Northwind", "example.org", "2010", "2021"]) {
      expect(text).not.toContain(hidden);
    }
  });

  it("holds skills that are shown as measured, and of the others the claim alone", () => {
    const { skills, claims } = build();
    expect(skills).toEqual([{ slug: "shown", mean: 1, sd: 0.4 }]);
    expect(claims).toEqual([{ slug: "kept", level: 40 }]);
  });

  it("has no text in a language in which nothing is said", () => {
    const one = source();
    const [english] = one.texts;
    if (!english) throw new Error("no text");
    const empty = { ...english, locale: "zh", headline: "", summary: "", work: [], education: [] };
    const both = { ...one, texts: [english, empty] };
    expect(buildContent(both, title, "2026-06").texts.map(({ locale }) => locale)).toEqual(["en"]);
    const silent = { ...one, texts: [empty] };
    expect(buildContent(silent, title, "2026-06").texts).toEqual([
      { locale: "en", text: "Proven: shown." },
      { locale: "zh", text: "已证明：shown。" },
    ]);
  });

  it("says what was proven, and how long somebody worked", () => {
    const { texts, facts } = build();
    expect(texts[0]?.text).toContain("Proven: shown");
    expect(facts.experience).toBe(24);
  });
});
