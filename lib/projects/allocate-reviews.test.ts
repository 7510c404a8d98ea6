import { describe, expect, it } from "vitest";
import { type Author, allocateReviews, wholeCohort } from "./allocate-reviews";

const cohort = (pieces: number, sizeOf: (index: number) => number = () => 1): Author[] =>
  Array.from({ length: pieces }, (_, index) => ({
    piece: `piece-${index}`,
    members: Array.from({ length: sizeOf(index) }, (_, member) => `person-${index}-${member}`),
  }));

const SIZES = Array.from({ length: 40 }, (_, index) => index);
const SEEDS = ["a", "b", "c"];
const CASES = SIZES.flatMap((size) => SEEDS.map((seed) => ({ size, seed })));

const teamOf = (authors: Author[], reviewer: string) =>
  authors.find(({ members }) => members.includes(reviewer))?.piece;

/** [team whose member reads, team whose piece is read] */
const readings = (authors: Author[], seed: string) =>
  allocateReviews(authors, 3, seed).map(({ piece, reviewer }) => [
    teamOf(authors, reviewer),
    piece,
  ]);

describe.each([
  ["people who work alone", (size: number) => cohort(size)],
  ["teams of three and four", (size: number) => cohort(size, (index) => 3 + (index % 2))],
  ["teams of two and three", (size: number) => cohort(size, (index) => 2 + (index % 2))],
])("an allocation among %s", (_, make) => {
  it("gives every piece as many peers as pairs allow, at most 3, each of another team", () => {
    for (const { size, seed } of CASES) {
      const authors = make(size);
      const allocated = allocateReviews(authors, 3, seed);
      const each = Math.min(3, Math.max(0, Math.floor((size - 1) / 2)));
      for (const { piece } of authors) {
        const readers = allocated.filter((one) => one.piece === piece);
        const teams = new Set(readers.map(({ reviewer }) => teamOf(authors, reviewer)));
        expect([readers.length, teams.size]).toEqual([each, each]);
      }
    }
  });

  it("lets nobody read his own team's piece, nor two teams each other's", () => {
    for (const { size, seed } of CASES) {
      const pairs = readings(make(size), seed);
      const known = new Set(pairs.map(([reader, piece]) => `${reader} reads ${piece}`));
      const own = pairs.filter(([reader, piece]) => reader === piece);
      const mutual = pairs.filter(([reader, piece]) => known.has(`${piece} reads ${reader}`));
      expect([own, mutual]).toEqual([[], []]);
    }
  });

  it("gives people loads that differ by one at most", () => {
    for (const { size, seed } of CASES) {
      const authors = make(size);
      const allocated = allocateReviews(authors, 3, seed);
      const loads = authors
        .flatMap(({ members }) => members)
        .map((person) => allocated.filter(({ reviewer }) => reviewer === person).length);
      expect(Math.max(0, ...loads) - Math.min(...loads, 100)).toBeLessThanOrEqual(1);
    }
  });
});

describe("an allocation", () => {
  it("follows from the seed and the pieces, in whatever order they come", () => {
    const authors = cohort(12);
    const once = allocateReviews(authors, 3, "seed");
    expect(allocateReviews(authors.toReversed(), 3, "seed")).toEqual(once);
    expect(allocateReviews(authors, 3, "another")).not.toEqual(once);
  });

  it("has all peers for a whole cohort, and not for one piece less", () => {
    const count = (size: number) => allocateReviews(cohort(size), 3, "s").length;
    expect(wholeCohort(3)).toBe(7);
    expect(count(7)).toBe(21);
    expect(count(6)).toBe(12);
  });
});
