import { describe, expect, it } from "vitest";
import { random } from "@/lib/testing/random";
import { readText } from "../describe-text";
import type { MatchContent } from "../inputs/match-content";
import { OFFLINE_WEIGHTS } from "../weight-table";
import { describedBy } from "./described";
import type { MatchRequest } from "./match-request";
import { Population } from "./population";
import { prepareRequest } from "./prepare-request";
import { type PreparedQuery, Reference } from "./reference";
import { Scorer } from "./scorer";
import { topScores } from "./top-scores";
import type { WeighedText } from "./weighed-text";

const WORDS = "serving training kubernetes python models latency cost data search speech".split(
  " ",
);
const SKILLS = ["one", "two", "three"];

type Somebody = { userId: string; content: MatchContent; texts: WeighedText[] };

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
  const people = Array.from({ length: 400 }, (_, at): Somebody => {
    const content: MatchContent = {
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
    return { userId: `u${at}`, content, texts: [reference.weigh(indexed())] };
  });
  return { people, query: reference.prepare(indexed()) };
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

const USUAL = { skills: 0.6, meaning: 0.3, preferences: 0.1 };

function scorerOf(people: Somebody[], query: PreparedQuery, weights = USUAL) {
  const population = new Population();
  for (const { userId, content, texts } of people) {
    population.put({ userId, inputId: userId }, content, texts);
  }
  return new Scorer(prepareRequest(request(weights), [query], OFFLINE_WEIGHTS), population);
}

const everyScore = (scorer: Scorer) =>
  Array.from(scorer.population.rows, (row) => ({
    ...{ userId: scorer.population.personAt(row).userId, score: scorer.explain(row).score },
  })).sort((a, b) => b.score - a.score);

const best = (scorer: Scorer, limit: number, also: string[] = []) =>
  topScores(scorer, scorer.population.rows, { limit, also, salt: "s" }).map(
    ({ row, ...placed }) => ({ userId: scorer.population.personAt(row).userId, ...placed }),
  );

describe("the best scores", () => {
  it.each([
    USUAL,
    { skills: 0.4, meaning: 0.4, preferences: 0.2 },
    { skills: 0, meaning: 1, preferences: 0 },
    { skills: 1, meaning: 0, preferences: 0 },
  ])("are those of the whole list, whatever is skipped on the way: %j", (weights) => {
    for (const seed of [1, 2, 3]) {
      const { people, query } = world(seed);
      const scorer = scorerOf(people, query, weights);
      expect(best(scorer, 25).map(({ score }) => score)).toEqual(
        everyScore(scorer)
          .slice(0, 25)
          .map(({ score }) => score),
      );
    }
  });

  it("are the same in whatever order people are given, equal ones included", () => {
    const { people, query } = world(4);
    const twins = people.slice(0, 30).map((each) => ({ ...each, userId: `${each.userId}-twin` }));
    const everybody = [...people, ...twins];
    const order = (list: Somebody[]) => best(scorerOf(list, query), 40);
    expect(order(everybody.toReversed())).toEqual(order(everybody));
  });

  it("place whoever is asked for with his rank among all", () => {
    const { people, query } = world(5);
    const scorer = scorerOf(people, query);
    const all = everyScore(scorer);
    const [middle, last] = [all[200]?.userId ?? "", all.at(-1)?.userId ?? ""];
    const found = best(scorer, 5, [last, middle, "somebody else"]);
    expect(found).toHaveLength(7);
    expect(found[5]).toMatchObject({ rank: 201, userId: middle });
    expect(found[6]).toMatchObject({ rank: all.length, userId: last });
  });

  it("do not depend on who else is there, nor on who was there before", () => {
    const { people, query } = world(6);
    const scores = (scorer: Scorer) =>
      new Map(best(scorer, 400).map(({ userId, score }) => [userId, score]));
    const [few, many] = [people.slice(0, 40), scores(scorerOf(people, query))];
    const scorer = scorerOf(people.slice(200), query);
    for (const { userId } of people.slice(200)) scorer.population.remove(userId);
    for (const { userId, content, texts } of few) {
      scorer.population.put({ userId, inputId: userId }, content, texts);
    }
    const left = scores(new Scorer(scorer.prepared, scorer.population));
    expect(left.size).toBe(few.length);
    for (const [userId, score] of left) expect(many.get(userId)).toBe(score);
  });
});
