import { describe, expect, it } from "vitest";
import type { MatchFacts } from "../inputs/match-content";
import { matchable } from "./matchable";
import { narrow, roundedCount } from "./narrow";
import type { Contender } from "./top-scores";

const somebody = (userId: string, facts: Partial<MatchFacts>): Contender => ({
  userId,
  ...matchable(
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
  ),
});

const people = [
  somebody("a", {}),
  somebody("b", { country: "CN" }),
  somebody("c", { country: "CN", relocates: true }),
  somebody("d", { experience: 6 }),
  somebody("e", { country: "CN", experience: 6 }),
];

describe("conditions", () => {
  it("leave those who meet all of them, and each says what it alone removed", () => {
    const { left, conditions } = narrow(people, [
      { kind: "country", country: "DE" },
      { kind: "experience", months: 12 },
    ]);
    expect(left.map(({ userId }) => userId)).toEqual(["a", "c"]);
    expect(conditions.map(({ removed }) => removed)).toEqual([1, 1]);
  });

  it("take a skill as met only where it is proven", () => {
    const asks = (slug: string) =>
      narrow(people, [{ kind: "skill" as const, slug, level: 50 }]).left.length;
    expect(asks("proven")).toBe(5);
    expect(asks("claimed")).toBe(0);
  });
});

it("a count is told so that it points at nobody", () => {
  expect([0, 1, 4, 5, 7, 8, 143].map(roundedCount)).toEqual([0, "few", "few", 5, 5, 10, 145]);
});
