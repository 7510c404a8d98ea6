import { expect, it } from "vitest";
import { TermIndex } from "./term-index";

const documents = [["a", "b"], ["a", "a", "c", "d"], [], ["e"]];

it("scores by BM25 as worked out by hand", () => {
  const scores = new TermIndex(documents, "bm25").scores(["c", "a"]);
  // Mean length 7/4; idf(a) = ln(1 + 2.5/2.5), idf(c) = ln(1 + 3.5/1.5).
  const damping = 1.2 * (0.25 + (0.75 * 4) / (7 / 4));
  const expected =
    (Math.log(2) * 2 * 2.2) / (2 + damping) + (Math.log(1 + 3.5 / 1.5) * 2.2) / (1 + damping);
  expect(scores[1]).toBeCloseTo(expected, 12);
  expect([...scores].map((score) => score > 0)).toEqual([true, true, false, false]);
});

it("scores a document against itself by a cosine of 1, and never by more", () => {
  const index = new TermIndex(documents, "tfidf");
  documents.forEach((terms, at) => {
    const scores = index.scores(terms);
    expect(scores[at]).toBeCloseTo(terms.length > 0 ? 1 : 0, 12);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1 + 1e-12);
  });
});

it("gives nothing for a query of unknown terms or of none", () => {
  for (const weighting of ["bm25", "tfidf"] as const) {
    const index = new TermIndex(documents, weighting);
    expect([...index.scores(["z"]), ...index.scores([])]).toEqual(Array(8).fill(0));
  }
});

it("may be empty", () => {
  expect(new TermIndex([], "bm25").scores(["a"])).toHaveLength(0);
});
