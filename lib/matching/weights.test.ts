import { describe, expect, it } from "vitest";
import { OFFLINE_WEIGHTS, weightsFor } from "./weight-table";
import { pairKind, type Side, weightsOf } from "./weights";

const side = (language: Side["language"], length: Side["length"], coverage = 1): Side => ({
  ...{ language, length, coverage },
});

describe("weights", () => {
  it.each([true, false])("are shares of one, multilingual: %s", (multilingual) => {
    for (const { dense, words, characters } of Object.values(weightsFor(multilingual))) {
      expect(dense + words + characters).toBeCloseTo(1, 12);
      expect(Math.min(dense, words, characters)).toBeGreaterThanOrEqual(0);
    }
  });

  it("go by what query and text are to each other", () => {
    expect(pairKind(side("en", "title"), side("en", "title"))).toBe("english titles");
    expect(pairKind(side("zh", "text"), side("en", "text"))).toBe("across texts");
    expect(pairKind(side("mixed", "text"), side("zh", "title"))).toBe("mixed uneven");
  });

  it("move from meaning to letters with what the glossary does not know of a title", () => {
    const title = side("zh", "title");
    const known = weightsOf(title, title, OFFLINE_WEIGHTS);
    const half = weightsOf(side("zh", "title", 0.5), title, OFFLINE_WEIGHTS);
    const unknown = weightsOf(side("zh", "title", 0), title, OFFLINE_WEIGHTS);
    expect(known).toEqual(OFFLINE_WEIGHTS["chinese titles"]);
    expect(half.dense).toBeCloseTo(known.dense / 4);
    expect(unknown.dense).toBe(0);
    expect(unknown.words + unknown.characters).toBeCloseTo(1);
  });
});
