import { expect, test } from "vitest";
import { itemOf, knownItem } from "@/lib/testing/measurement";
import { normalised } from "../numeric/density";
import { GRID, logNormal } from "../numeric/grid";
import { DEFAULT_PARAMETERS } from "../parameters";
import type { Candidate } from "./candidate";
import { responseFunction } from "./marginal-information";
import { type ContentBalance, type LearnerState, nextItem } from "./next-item";
import { stopReason } from "./stop";

const candidate = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  id,
  item: itemOf(),
  count: 1,
  skills: [{ skill: "attention", load: 1 }],
  group: "A",
  prerequisites: [],
  ...given,
});

const state = (given: Partial<LearnerState> = {}): LearnerState => ({
  skills: new Map([["attention", normalised(logNormal(0, 1))]]),
  done: new Set(),
  passed: new Set(),
  groups: new Map(),
  ...given,
});

const next = (candidates: Candidate[], given = state(), balance?: ContentBalance) =>
  nextItem(candidates, given, DEFAULT_PARAMETERS, balance);

test("a known item's information is a²P(1−P)", () => {
  const { probability, information } = responseFunction(knownItem(0.5, 1.4));
  for (const point of [20, 80, 120]) {
    const right = 1 / (1 + Math.exp(-1.4 * ((GRID[point] ?? 0) - 0.5)));
    expect(probability[point]).toBeCloseTo(right, 12);
    expect(information[point]).toBeCloseTo(1.4 ** 2 * right * (1 - right), 10);
  }
});

test("guessing and uncertain parameters take information away", () => {
  const at = (item = itemOf()) => responseFunction(item).information[80] ?? 0;
  expect(at(itemOf(0, 0.25))).toBeLessThan(at());
  expect(at()).toBeLessThan(at(knownItem(0)));
});

test("the item nearest to the ability is next, and says by how much it narrows the band", () => {
  const found = next([
    candidate("hard", { item: itemOf(3) }),
    candidate("right"),
    candidate("easy", { item: itemOf(-3) }),
  ]);
  expect(found?.id).toBe("right");
  expect(found?.reason).toMatchObject({ code: "narrows_band", skill: "attention" });
  expect(found?.reason.from).toBeCloseTo(3.29, 2);
  expect(found?.reason.to).toBeLessThan(3.2);
});

test("what is done is not asked again, nor what prerequisites are missing for", () => {
  const bank = [candidate("first"), candidate("second", { prerequisites: ["first"], count: 9 })];
  expect(next(bank)?.id).toBe("first");
  expect(next(bank, state({ done: new Set(["first"]) }))).toBeUndefined();
  const passed = new Set(["first"]);
  expect(next(bank, state({ done: passed, passed }))?.id).toBe("second");
});

test("under a balance the group furthest behind is asked, though another tells more", () => {
  const bank = [candidate("more", { count: 9 }), candidate("less", { group: "B" })];
  const balance = new Map([
    ["A", 0.5],
    ["B", 0.5],
  ]);
  const groups = new Map([["A", 2]]);
  expect(next(bank, state({ groups }))?.id).toBe("more");
  expect(next(bank, state({ groups }), balance)?.id).toBe("less");
});

test("an item that bears on two skills is credited with both, and names the one it narrows most", () => {
  const skills = new Map([
    ["attention", normalised(logNormal(0, 0.4))],
    ["cnn", normalised(logNormal(0, 1))],
  ]);
  const both = candidate("both", {
    skills: [
      { skill: "attention", load: 0.5 },
      { skill: "cnn", load: 0.5 },
    ],
  });
  const found = next(
    [candidate("one", { skills: [{ skill: "attention", load: 0.5 }] }), both],
    state({ skills }),
  );
  expect(found).toMatchObject({ id: "both", reason: { skill: "cnn" } });
});

test("equals go by id, in whatever order they are given", () => {
  expect(next([candidate("b"), candidate("a")])?.id).toBe("a");
});

test("a test stops once every skill is known well enough, or at its length", () => {
  const rule = { maximumLength: 20, standardError: 0.5 };
  expect(stopReason(4, [0.6, 0.4], rule)).toBeUndefined();
  expect(stopReason(9, [0.5, 0.4], rule)).toEqual({ code: "precision", length: 9, largestSd: 0.5 });
  expect(stopReason(20, [0.6], rule)?.code).toBe("length");
});
