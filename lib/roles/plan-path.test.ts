import { describe, expect, it } from "vitest";
import { shownLevel } from "@/lib/measurement/estimate";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { itemOf, responseOf } from "@/lib/testing/measurement";
import { type PathGoal, type PathItem, planPath } from "./plan-path";

const goal = (skill: string, level: number, given: Partial<PathGoal> = {}): PathGoal => ({
  ...{ skill, level, weight: 1, mean: 0, sd: 1 },
  ...given,
});

const lesson = (id: string, minutes = 10): PathItem => ({
  ...{ type: "lesson", id, minutes, effects: [] },
});

const challenge = (id: string, loads: Record<string, number> = {}, given = {}): PathItem => ({
  ...{ type: "challenge", id, minutes: 30 },
  effects: Object.entries(loads).map(([skill, load]) => ({
    skill,
    response: responseOf({ load, count: 8, item: itemOf(0.5), supervised: false }),
  })),
  ...given,
});

const plan = (goals: PathGoal[], ways: PathItem[][]) => planPath(goals, ways, DEFAULT_PARAMETERS);
const idsOf = (goals: PathGoal[], ways: PathItem[][]) =>
  plan(goals, ways).steps.map(({ id }) => id);

describe("a path", () => {
  it("leads over what closes the gap, lessons before their challenge, and adds up its length", () => {
    const track = [lesson("read"), challenge("do", { a: 1 }), lesson("later"), challenge("more")];
    const path = plan([goal("a", 62)], [track]);
    expect(path.steps).toMatchObject([
      { id: "read", moves: null, before: "do" },
      { id: "do", moves: { skill: "a", from: 50 }, before: null },
    ]);
    expect(path.minutes).toBe(40);
    expect(path.reached).toMatchObject([{ skill: "a", met: true }]);
    expect(path.reached[0]?.level).toBeCloseTo(path.steps[1]?.moves?.to ?? 0, 9);
  });

  it("is empty where everything asked for is reached", () => {
    const path = plan([goal("a", 60, { mean: 1, sd: 0.3 })], [[challenge("do", { a: 1 })]]);
    expect(path).toMatchObject({ steps: [], minutes: 0, reached: [{ met: true }] });
  });

  it("stops once the level is to be expected", () => {
    const bank = ["one", "two", "three", "four"].map((id) => [challenge(id, { a: 1 })]);
    const short = plan([goal("a", 62)], bank);
    const long = plan([goal("a", 78)], bank);
    expect(short.steps).toHaveLength(1);
    expect(long.steps.length).toBeGreaterThan(1);
    expect(long.reached[0]?.met).toBe(true);
  });

  it("takes what comes before in its track first, and says for whose sake", () => {
    const track = [challenge("first"), lesson("read"), challenge("goal", { a: 1 })];
    const { steps } = plan([goal("a", 60)], [track]);
    expect(steps.map(({ id }) => id)).toEqual(["first", "read", "goal"]);
    expect(steps[0]).toMatchObject({ moves: null, before: "goal" });
  });

  it("goes by weight and by minutes", () => {
    const ways = [
      [challenge("a-long", { a: 1 }, { minutes: 90 })],
      [challenge("a-short", { a: 1 })],
      [challenge("b", { b: 1 })],
    ];
    const goals = [goal("a", 90, { weight: 1 }), goal("b", 90, { weight: 3 })];
    expect(idsOf(goals, ways)).toEqual(["b", "a-short", "a-long"]);
  });

  it("goes over what is easier first, since that is more likely to be passed", () => {
    const of = (id: string, difficulty: number) => {
      const response = responseOf({ count: 8, item: itemOf(difficulty) });
      return challenge(id, {}, { effects: [{ skill: "a", response }] });
    };
    expect(idsOf([goal("a", 88)], [[of("hard", 2.4)], [of("fair", 0)]])).toEqual(["fair", "hard"]);
  });

  it("names no step for a skill without content, nor one that gains next to nothing", () => {
    const path = plan([goal("a", 90), goal("b", 60)], [[challenge("tiny", { a: 0.01 })]]);
    expect(path.steps).toEqual([]);
    expect(path.reached.map(({ met }) => met)).toEqual([false, false]);
    expect(path.reached[1]?.level).toBeCloseTo(shownLevel(0), 6);
  });

  it("comes out the same in whatever order the ways are given", () => {
    const ways = ["e", "b", "d", "a", "c"].map((id) => [challenge(id, { a: 1 })]);
    const goals = [goal("a", 85)];
    expect(idsOf(goals, ways.toReversed())).toEqual(idsOf(goals, ways));
    expect(idsOf(goals, ways)[0]).toBe("a");
  });

  it("does nothing twice that stands in two ways", () => {
    const both = challenge("both", { a: 0.5, b: 0.5 });
    const ids = idsOf(
      [goal("a", 80), goal("b", 80)],
      [
        [both, challenge("a", { a: 1 })],
        [both, challenge("b", { b: 1 })],
      ],
    );
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    expect(ids[0]).toBe("both");
  });

  it("is shorter for who has done part of it already", () => {
    const bank = ["one", "two", "three", "four"].map((id) => [challenge(id, { a: 1 })]);
    const more = plan([goal("a", 78, { mean: 1.2, sd: 0.5 })], bank).minutes;
    expect(more).toBeLessThan(plan([goal("a", 78)], bank).minutes);
  });
});
