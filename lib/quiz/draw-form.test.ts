import { describe, expect, it } from "vitest";
import { bankOf } from "@/lib/testing/quiz";
import { drawForm } from "./draw-form";

const bank = bankOf();
const SEEDS = Array.from({ length: 200 }, (_, n) => `seed ${n}`);
const topicOf = (id: string) => bank.items.find((item) => item.id === id)?.topic;

describe("a form", () => {
  it("follows from its seed", () => {
    expect(drawForm(bank, 4, "a")).toEqual(drawForm(bank, 4, "a"));
    const different = new Set(SEEDS.map((seed) => JSON.stringify(drawForm(bank, 4, seed))));
    expect(different.size).toBeGreaterThan(190);
  });

  it("asks nothing twice and covers topics evenly", () => {
    for (const seed of SEEDS) {
      const ids = drawForm(bank, 4, seed).map(({ item }) => item);
      expect(new Set(ids).size).toBe(4);
      expect(ids.filter((id) => topicOf(id) === "choices")).toHaveLength(2);
    }
  });

  it("asks every item sometime", () => {
    const asked = new Set(SEEDS.flatMap((seed) => drawForm(bank, 3, seed).map(({ item }) => item)));
    expect(asked.size).toBe(bank.items.length);
  });

  it("never shows what has to be put in order in order", () => {
    for (const seed of SEEDS) {
      const drawn = drawForm(bank, 6, seed).find(({ item }) => item === "in-order");
      expect(drawn?.order.toSorted()).toEqual([0, 1, 2, 3]);
      expect(drawn?.order).not.toEqual([0, 1, 2, 3]);
    }
  });

  it("puts the key in every place equally often", () => {
    const places = SEEDS.map((seed) =>
      drawForm(bank, 6, seed)
        .find(({ item }) => item === "one-key")
        ?.order.indexOf(0),
    );
    for (const place of [0, 1, 2]) {
      expect(places.filter((one) => one === place).length).toBeGreaterThan(45);
    }
  });

  it("draws parameters within their range", () => {
    const values = SEEDS.map(
      (seed) => drawForm(bank, 6, seed).find(({ item }) => item === "a-number")?.params.n ?? 0,
    );
    expect(Math.min(...values)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...values)).toBeLessThanOrEqual(99);
    expect(new Set(values).size).toBeGreaterThan(60);
  });

  it("is refused when the bank is too small", () => {
    expect(() => drawForm(bank, 7, "a")).toThrow("fewer than 7");
  });
});
