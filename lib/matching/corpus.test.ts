import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Corpus, type IndexedText } from "./corpus";
import { describeText } from "./describe-text";
import { joinGlossaries } from "./glossary";
import { OFFLINE_WEIGHTS } from "./weight-table";

const glossary = joinGlossaries([new Map([["数据", "data"]])]);

/** A text whose vector depends on its letters alone. */
function indexed(id: string, words: string): IndexedText {
  const vector = new Float32Array(8);
  [...words].forEach((letter, at) => {
    const place = ((letter.codePointAt(0) ?? 0) + at) % 8;
    vector[place] = (vector[place] ?? 0) + 1;
  });
  const length = Math.hypot(...vector) || 1;
  const text = describeText(words, { glossary, multilingual: false });
  return { id, text, vector: vector.map((value) => value / length) };
}

const WORDS = [
  "data engineer",
  "数据工程师",
  "nurse",
  "护士",
  "LLM 训练",
  "",
  "🚀",
  "data data data",
];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 });

const rank = (texts: IndexedText[], query: string) =>
  new Corpus(texts).rank(indexed("q", query), OFFLINE_WEIGHTS);

describe("a ranking", () => {
  it("does not depend on the order of the corpus, to the bit", () => {
    const given = fc.tuple(words, fc.constantFrom(...WORDS), fc.integer());
    fc.assert(
      fc.property(given, ([list, query, turn]) => {
        const texts = list.map((text, at) => indexed(`d${at}`, text));
        const by = Math.abs(turn) % texts.length;
        const turned = [...texts.slice(by), ...texts.slice(0, by)].reverse();
        expect(rank(turned, query)).toEqual(rank(texts, query));
      }),
    );
  });

  it("gives equal texts equal scores, in the order of their ids", () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...WORDS), (list, query) => {
        const texts = list.flatMap((text, at) => [
          indexed(`${at}b`, text),
          indexed(`${at}a`, text),
        ]);
        const ranked = new Map(rank(texts, query).map((entry) => [entry.id, entry]));
        list.forEach((_, at) => {
          const [first, second] = [ranked.get(`${at}a`), ranked.get(`${at}b`)];
          expect(first?.score).toBe(second?.score);
          expect(first?.rank).toBeLessThan(second?.rank ?? 0);
        });
      }),
    );
  });

  it("has every text once, with ranks from 1 and finite scores that fall", () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...WORDS), (list, query) => {
        const ranked = rank(
          list.map((text, at) => indexed(`d${at}`, text)),
          query,
        );
        expect(ranked.map((entry) => entry.rank)).toEqual(list.map((_, at) => at + 1));
        expect(new Set(ranked.map(({ id }) => id)).size).toBe(list.length);
        const scores = ranked.map(({ score }) => score);
        expect(scores.every(Number.isFinite)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it("puts the text that says the same first", () => {
    const texts = WORDS.map((text, at) => indexed(`d${at}`, text));
    expect(rank(texts, "数据工程师")[0]?.id).toBe("d1");
    expect(rank(texts, "data engineer")[0]?.id).toBe("d0");
  });

  it("of no texts is empty", () => {
    expect(rank([], "nurse")).toEqual([]);
  });
});
