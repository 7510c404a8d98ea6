import { beforeAll, describe, expect, it } from "vitest";
import { loadOrientationBank, type OrientationItem } from "@/lib/content/orientation-bank";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { chooseNext } from "./choose-next";
import type { Judged } from "./pillar-state";
import { LEAST_QUESTIONS, STOP } from "./rules";

let items: OrientationItem[];
beforeAll(async () => {
  items = [...(await loadOrientationBank()).items.values()];
});

type Options = { seed?: string; met?: Set<string>; score?: (item: OrientationItem) => number };

/** A whole orientation, and why it stopped. */
function sitting({ seed = "one", met = new Set(), score = () => 1 }: Options = {}) {
  const judged: Judged[] = [];
  for (;;) {
    const given = { items, before: new Map(), judged, parameters: DEFAULT_PARAMETERS };
    const next = chooseNext(given, { seed, met });
    if (next.kind === "stop") return { judged, why: next.why };
    const { id, skill, pillar, difficulty } = next.item;
    judged.push({
      ...{ itemId: id, skill, pillar, difficulty },
      ...{ guessing: 0, score: score(next.item) },
    });
  }
}

const idsOf = (options?: Options) => sitting(options).judged.map(({ itemId }) => itemId);

describe("the choice of questions", () => {
  it("is the same for the same seed and answers, and another for another seed", () => {
    expect(idsOf()).toEqual(idsOf());
    const firsts = ["a", "b", "c", "d", "e", "f", "g"].map((seed) => idsOf({ seed }).join());
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });

  it("asks nothing twice, and the four pillars in turn", () => {
    const { judged, why } = sitting();
    expect(new Set(judged.map(({ itemId }) => itemId)).size).toBe(judged.length);
    expect(["precision", "length"]).toContain(why);
    expect(judged.length).toBeGreaterThanOrEqual(LEAST_QUESTIONS);
    expect(judged.length).toBeLessThanOrEqual(STOP.maximumLength);
    for (let at = 0; at + 4 <= judged.length; at += 4) {
      const pillars = judged.slice(at, at + 4).map(({ pillar }) => pillar);
      expect(pillars.toSorted()).toEqual(["A", "B", "C", "D"]);
    }
  });

  it("asks harder questions of who is right than of who is wrong", () => {
    const mean = (score: number) => {
      const late = sitting({ score: () => score }).judged.slice(8);
      return late.reduce((sum, { difficulty }) => sum + difficulty, 0) / late.length;
    };
    expect(mean(1)).toBeGreaterThan(mean(0) + 0.5);
  });

  it("asks what was met before only when nothing else is left", () => {
    const met = new Set(idsOf());
    expect(idsOf({ met }).filter((id) => met.has(id))).toEqual([]);
    const all = new Set(items.map(({ id }) => id));
    expect(idsOf({ met: all }).length).toBeGreaterThanOrEqual(LEAST_QUESTIONS);
  });

  it("asks no item of nearly everybody", { timeout: 30_000 }, () => {
    const used = new Map<string, number>();
    const learners = 20;
    for (let seed = 0; seed < learners; seed++) {
      const score = ({ difficulty }: OrientationItem) => (difficulty < 0 ? 1 : 0);
      for (const id of idsOf({ seed: `${seed}`, score })) used.set(id, (used.get(id) ?? 0) + 1);
    }
    expect(Math.max(...used.values()) / learners).toBeLessThan(0.8);
  });

  it("says which band it narrows, and by how much", () => {
    const given = { items, before: new Map(), judged: [], parameters: DEFAULT_PARAMETERS };
    const next = chooseNext(given, { seed: "one", met: new Set() });
    if (next.kind !== "ask") throw new Error(next.why);
    expect(next.reason.skill).toBe(next.item.skill);
    expect(next.reason.to).toBeLessThan(next.reason.from);
  });
});
