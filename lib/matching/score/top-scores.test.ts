import { describe, expect, it } from "vitest";
import { random } from "@/lib/testing/random";
import { readText } from "../describe-text";
import { OFFLINE_WEIGHTS } from "../weight-table";
import { describedBy } from "./described";
import type { MatchRequest } from "./match-request";
import { matchable } from "./matchable";
import { Reference } from "./reference";
import { explain, type PreparedRequest, prepareRequest } from "./score-candidate";
import { type Contender, topScores } from "./top-scores";

const WORDS = "serving training kubernetes python models latency cost data search speech".split(
  " ",
);
const SKILLS = ["one", "two", "three"];

/** Texts, vectors and people drawn at random; nothing here stands for what a model says. */
function world(seed: number) {
  const draw = random(seed);
  const vector = () => Float32Array.from({ length: 8 }, () => draw() - 0.5);
  const text = (words: number) =>
    Array.from({ length: words }, () => WORDS[Math.floor(draw() * WORDS.length)]).join(" ");
  const indexed = () => ({
    vector: vector(),
    text: describedBy(readText(`${text(12)}. ${text(12)}.`, 1)),
  });
  const reference = new Reference(Array.from({ length: 60 }, () => indexed()));
  const contenders = Array.from({ length: 400 }, (_, at): Contender => {
    const content = {
      skills: SKILLS.filter(() => draw() < 0.6).map((slug) => ({
        ...{ slug, mean: draw() * 4 - 2, sd: 0.2 + draw() },
      })),
      claims: [],
      facts: {
        ...{ country: draw() < 0.5 ? "DE" : "CN", workPlaces: [], relocates: false },
        ...{ availability: "now" as const, languages: [], experience: Math.floor(draw() * 60) },
      },
      texts: [],
    };
    return { userId: `u${at}`, ...matchable(content, [reference.weigh(indexed())]) };
  });
  const query = reference.prepare(indexed());
  return { contenders, query, draw };
}

const request = (weights: MatchRequest["weights"]): MatchRequest => ({
  skills: SKILLS.map((slug, at) => ({ slug, level: 50, weight: at + 1, must: at === 0 })),
  texts: ["one text"],
  wishes: {
    ...{ country: "DE", workPlaces: [], languages: [], experience: 24, availability: false },
  },
  conditions: [],
  weights,
});

const bruteForce = (prepared: PreparedRequest, contenders: Contender[]) =>
  contenders
    .map((each) => ({ userId: each.userId, score: explain(prepared, each).score }))
    .sort((a, b) => b.score - a.score);

describe("the best scores", () => {
  it.each([
    { skills: 0.6, meaning: 0.3, preferences: 0.1 },
    { skills: 0.4, meaning: 0.4, preferences: 0.2 },
    { skills: 0, meaning: 1, preferences: 0 },
    { skills: 1, meaning: 0, preferences: 0 },
  ])("are those of the whole list, whatever is skipped on the way: %j", (weights) => {
    for (const seed of [1, 2, 3]) {
      const { contenders, query } = world(seed);
      const prepared = prepareRequest(request(weights), [query], OFFLINE_WEIGHTS);
      const all = bruteForce(prepared, contenders);
      const found = topScores(prepared, contenders, { limit: 25, also: new Set(), salt: "s" });
      expect(found.map(({ score }) => score)).toEqual(all.slice(0, 25).map(({ score }) => score));
    }
  });

  it("are the same in whatever order people are given, equal ones included", () => {
    const { contenders, query } = world(4);
    const twins = contenders
      .slice(0, 30)
      .map((each) => ({ ...each, userId: `${each.userId}-twin` }));
    const everybody = [...contenders, ...twins];
    const prepared = prepareRequest(
      request({ skills: 0.6, meaning: 0.3, preferences: 0.1 }),
      [query],
      OFFLINE_WEIGHTS,
    );
    const order = (list: Contender[]) =>
      topScores(prepared, list, { limit: 40, also: new Set(), salt: "s" }).map(
        ({ contender, rank }) => `${rank} ${contender.userId}`,
      );
    expect(order(everybody.toReversed())).toEqual(order(everybody));
  });

  it("place whoever is asked for with his rank among all", () => {
    const { contenders, query } = world(5);
    const prepared = prepareRequest(
      request({ skills: 0.6, meaning: 0.3, preferences: 0.1 }),
      [query],
      OFFLINE_WEIGHTS,
    );
    const all = bruteForce(prepared, contenders);
    const last = all.at(-1)?.userId ?? "";
    const found = topScores(prepared, contenders, { limit: 5, also: new Set([last]), salt: "s" });
    expect(found).toHaveLength(6);
    expect(found.at(-1)).toMatchObject({ rank: all.length, contender: { userId: last } });
  });

  it("do not depend on who else is there", () => {
    const { contenders, query } = world(6);
    const prepared = prepareRequest(
      request({ skills: 0.6, meaning: 0.3, preferences: 0.1 }),
      [query],
      OFFLINE_WEIGHTS,
    );
    const among = (list: Contender[]) =>
      new Map(
        topScores(prepared, list, { limit: 400, also: new Set(), salt: "s" }).map(
          ({ contender, score }) => [contender.userId, score],
        ),
      );
    const few = among(contenders.slice(0, 40));
    const many = among(contenders);
    for (const [userId, score] of few) expect(many.get(userId)).toBe(score);
  });
});
