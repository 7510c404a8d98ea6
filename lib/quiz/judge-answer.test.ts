import { describe, expect, it } from "vitest";
import type { Item } from "@/lib/content/quiz-bank";
import { bankOf } from "@/lib/testing/quiz";
import { judgeAnswer } from "./judge-answer";

const items = new Map(bankOf().items.map((item) => [item.id, item]));
const item = (id: string) => items.get(id) as Item;
const drawn = (order: number[] = [], params = {}) => ({ item: "", params, order });

describe("a single choice", () => {
  // The key stands first in the bank.
  const judge = (given: number[] | string | undefined) =>
    judgeAnswer(item("one-key"), drawn([2, 0, 1]), given);

  it("is right by its place in this attempt", () => {
    expect(judge([1])).toBe(1);
  });

  it.each([[undefined], [[]], [[0]], [[2]], [[7]], [[0, 1]], [[1, 1]], ["1"], [""]])(
    "earns nothing for %j",
    (given) => {
      expect(judge(given)).toBe(0);
    },
  );
});

describe("a multiple choice", () => {
  // Keys are places 0 and 1 of 4.
  const judge = (given: number[]) => judgeAnswer(item("two-keys"), drawn([0, 1, 2, 3]), given);

  it.each([
    [[0, 1], 1],
    [[1, 0], 1],
    [[0], 0.5],
    [[0, 1, 2], 0.5],
    [[0, 2], 0],
    [[2, 3], 0],
    [[0, 1, 2, 3], 0],
    [[], 0],
  ])("earns for %j the share %d", (given, share) => {
    expect(judge(given)).toBe(share);
  });
});

describe("an order", () => {
  const judge = (given: number[]) => judgeAnswer(item("in-order"), drawn([0, 1, 2, 3]), given);

  it.each([
    [[0, 1, 2, 3], 1],
    [[1, 0, 2, 3], 2 / 3],
    [[1, 0, 3, 2], 1 / 3],
    [[3, 2, 1, 0], 0],
    [[2, 3, 0, 1], 0],
    [[0, 1, 2], 0],
    [[0, 0, 1, 2], 0],
  ])("earns for %j the share %d", (given, share) => {
    expect(judge(given)).toBeCloseTo(share, 12);
  });

  it("is right by its places in this attempt", () => {
    expect(judgeAnswer(item("in-order"), drawn([3, 1, 0, 2]), [2, 1, 3, 0])).toBe(1);
  });
});

describe("a number", () => {
  // n * 4 GB, within 1 %.
  const judge = (given: string, n = 25) => judgeAnswer(item("a-number"), drawn([], { n }), given);

  it.each(["100", "101", "99", "1e2", "１００", "100 GB", "100吉字节", "1.0×10^2"])(
    "counts %s",
    (given) => expect(judge(given)).toBe(1),
  );

  it.each(["", "101.01", "98.99", "100 MB", "NaN", "Infinity", "1e400", "-100", "9".repeat(200)])(
    "does not count %s",
    (given) => expect(judge(given)).toBe(0),
  );

  it("follows the attempt's parameters", () => {
    expect(judge("100", 26)).toBe(0);
    expect(judge("104", 26)).toBe(1);
  });

  it("takes an absolute tolerance at its edge, and no further", () => {
    const edge = (given: string) => judgeAnswer(item("a-share"), drawn(), given);
    expect(["0.3", "0.35", "0.25"].map(edge)).toEqual([1, 1, 1]);
    expect(["0.3501", "0.2499"].map(edge)).toEqual([0, 0]);
  });
});

describe("a short text", () => {
  it.each([
    ["Recall", 1],
    ["查全率", 1],
    ["precision", 0],
    ["", 0],
  ])("%s earns %d", (given, share) => {
    expect(judgeAnswer(item("a-word"), drawn(), given)).toBe(share);
  });
});
