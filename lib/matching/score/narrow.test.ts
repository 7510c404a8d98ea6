import { describe, expect, it } from "vitest";
import type { MatchFacts } from "../inputs/match-content";
import type { Condition } from "./match-request";
import { narrow, roundedCount } from "./narrow";
import { Population } from "./population";

const people = new Population();
const put = (userId: string, facts: Partial<MatchFacts>) =>
  people.put(
    { userId, inputId: userId },
    {
      ...{ skills: [{ slug: "proven", mean: 1, sd: 0.3 }], texts: [] },
      claims: [{ slug: "claimed", level: 100 }],
      facts: {
        ...{ country: "DE", workPlaces: ["on_site"], relocates: false, availability: "now" },
        ...{ languages: [], experience: 24 },
        ...facts,
      },
    },
    [],
  );

put("a", {});
put("b", { country: "CN" });
put("c", { country: "CN", relocates: true });
put("d", { experience: 6, languages: [{ language: "zh", level: "working" }] });
put("e", { country: "CN", experience: 6, availability: "months" });

const meeting = (...conditions: Condition[]) => narrow(people, people.rows, conditions);
const namesOf = (rows: Uint32Array) =>
  Array.from(rows, (row) => people.personAt(row).userId).join("");

describe("conditions", () => {
  it("leave those who meet all of them, and each says what it alone removed", () => {
    const { left, conditions } = meeting(
      { kind: "country", country: "DE" },
      { kind: "experience", months: 12 },
    );
    expect(namesOf(left)).toBe("ac");
    expect(conditions.map(({ removed }) => removed)).toEqual([1, 1]);
  });

  it("take a skill as met only where it is proven", () => {
    const asks = (slug: string) => namesOf(meeting({ kind: "skill", slug, level: 50 }).left);
    expect(asks("proven")).toBe("abcde");
    expect(asks("claimed")).toBe("");
    expect(asks("never named")).toBe("");
  });

  it("read languages, places and availability", () => {
    const left = (condition: Condition) => namesOf(meeting(condition).left);
    expect(left({ kind: "language", language: "zh", level: "basic" })).toBe("d");
    expect(left({ kind: "language", language: "zh", level: "fluent" })).toBe("");
    expect(left({ kind: "work_place", places: ["on_site", "remote"] })).toBe("abcde");
    expect(left({ kind: "work_place", places: ["remote"] })).toBe("");
    expect(left({ kind: "availability", atLatest: "weeks" })).toBe("abcd");
  });
});

it("a count is told so that it points at nobody", () => {
  expect([0, 1, 4, 5, 7, 8, 143].map(roundedCount)).toEqual([0, "few", "few", 5, 5, 10, 145]);
});
