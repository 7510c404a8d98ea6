import { describe, expect, it } from "vitest";
import type { MatchContent } from "../inputs/match-content";
import { OFFLINE_WEIGHTS } from "../weight-table";
import type { MatchRequest } from "./match-request";
import { Population } from "./population";
import { prepareRequest } from "./prepare-request";
import { Scorer } from "./scorer";

const request: MatchRequest = {
  skills: [
    { slug: "must", level: 60, weight: 2, must: true },
    { slug: "nice", level: 40, weight: 2, must: false },
  ],
  texts: [],
  wishes: {
    ...{ country: "", workPlaces: ["remote"], experience: 24, availability: true },
    languages: [{ language: "zh", level: "fluent" }],
  },
  conditions: [],
  weights: { skills: 0.6, meaning: 0.3, preferences: 0.1 },
};

const content = (change: Partial<MatchContent> = {}): MatchContent => ({
  skills: [{ slug: "must", mean: 1, sd: 0.5 }],
  claims: [],
  facts: {
    ...{ country: "CN", workPlaces: ["remote"], relocates: false, availability: "weeks" },
    ...{ languages: [{ language: "zh", level: "native" }], experience: 12 },
  },
  texts: [],
  ...change,
});

function scored(change?: Partial<MatchContent>) {
  const alone = new Population();
  const row = alone.put({ userId: "u", inputId: "i" }, content(change), []);
  return new Scorer(prepareRequest(request, [], OFFLINE_WEIGHTS), alone).explain(row);
}

describe("a score", () => {
  it("gives the weight of what a role does not ask for to the rest", () => {
    const { weights } = scored();
    expect(weights.meaning).toBe(0);
    expect(weights.skills).toBeCloseTo(0.6 / 0.7);
    expect(weights.preferences).toBeCloseTo(0.1 / 0.7);
  });

  it("is the sum of its parts by their weights", () => {
    const { score, weights, skills, wishes } = scored();
    const [must = 0, nice = 0] = skills.map(({ probability }) => probability);
    const wished = wishes.reduce((sum, { met }) => sum + met, 0) / wishes.length;
    expect(score).toBeCloseTo(
      (weights.skills * (2 * must + nice)) / 3 + weights.preferences * wished,
      12,
    );
  });

  it("lies in its interval, which narrows as the posterior does", () => {
    const wide = scored();
    const sure = scored({ skills: [{ slug: "must", mean: 3, sd: 0.1 }] });
    for (const { low, score, high } of [wide, sure]) {
      expect(low).toBeLessThanOrEqual(score);
      expect(high).toBeGreaterThanOrEqual(score);
    }
    expect(sure.high - sure.low).toBeLessThan(wide.high - wide.low);
  });

  it("rises with a claim by what a claim is worth at most, and says that it is one", () => {
    const before = scored();
    const after = scored({ claims: [{ slug: "nice", level: 100 }] });
    expect(after.score - before.score).toBeCloseTo((before.weights.skills * 0.2) / 3, 12);
    expect(after.skills[1]?.by).toBe("claim");
    expect(before.skills[1]?.by).toBe("nothing");
  });

  it("never falls when a skill is proven better", () => {
    let last = -1;
    for (const mean of [-3, -1, 0, 0.5, 1, 2, 4]) {
      const { score } = scored({ skills: [{ slug: "must", mean, sd: 0.5 }] });
      expect(score).toBeGreaterThan(last);
      last = score;
    }
  });
});
