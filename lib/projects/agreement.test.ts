import { describe, expect, it } from "vitest";
import { calibrationAgreement } from "./calibration-agreement";
import { combineMarks } from "./combine-marks";
import { findOutliers } from "./find-outliers";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { shareFactor, withShare } from "./share-factor";
import { trimmedMean } from "./trimmed-mean";

const text = { en: "x", zh: "x" };
const criterion = (slug: string, weight: number) => ({
  slug,
  title: text,
  weight,
  levels: [text, text, text, text, text],
});
const RUBRIC = [criterion("a", 0.75), criterion("b", 0.25)];
const at = (a: number, b = a) => ({ a, b });

describe("krippendorffAlpha", () => {
  it("gives the published ordinal value of Krippendorff's example with four observers", () => {
    const units = [
      [1, 1, 1],
      [2, 2, 3, 2],
      [3, 3, 3, 3],
      [3, 3, 3, 3],
      [2, 2, 2, 2],
      [1, 2, 3, 4],
      [4, 4, 4, 4],
      [1, 1, 2, 1],
      [2, 2, 2, 2],
      [5, 5, 5],
      [1, 1],
      [3],
    ];
    expect(krippendorffAlpha(units)).toBeCloseTo(0.815, 3);
  });

  it("is 1 for full agreement, below 0 for opposition, and null where nothing varies", () => {
    expect(
      krippendorffAlpha([
        [1, 1],
        [3, 3],
      ]),
    ).toBe(1);
    expect(
      krippendorffAlpha([
        [0, 4],
        [4, 0],
      ]),
    ).toBeLessThan(0);
    expect(
      krippendorffAlpha([
        [2, 2],
        [2, 2],
      ]),
    ).toBeNull();
    expect(krippendorffAlpha([])).toBeNull();
    expect(krippendorffAlpha([[1], [2]])).toBeNull();
  });
});

describe("trimmedMean", () => {
  it("drops one lowest and one highest where there are more than two", () => {
    expect(trimmedMean([4, 0, 3, 2])).toBe(2.5);
    expect(trimmedMean([0, 4, 3])).toBe(3);
    expect(trimmedMean([1, 4])).toBe(2.5);
    expect(trimmedMean([3])).toBe(3);
    expect(() => trimmedMean([])).toThrow();
  });
});

describe("combineMarks", () => {
  it("lets one strange marker move nothing", () => {
    const fair = combineMarks(RUBRIC, 3, { peers: [at(3), at(3), at(3)], staff: at(3) });
    const strange = combineMarks(RUBRIC, 3, { peers: [at(3), at(3), at(0)], staff: at(3) });
    expect(strange.share).toBe(fair.share);
    expect(fair.share).toBe(0.75);
  });

  it("puts staff's mark in the place of every peer that is missing", () => {
    expect(combineMarks(RUBRIC, 3, { peers: [], staff: at(4, 2) }).share).toBe(0.875);
    const one = combineMarks(RUBRIC, 3, { peers: [at(0)], staff: at(4) });
    expect(one.criteria[0]?.levels).toEqual([0, 4, 4, 4]);
    expect(one.share).toBe(1);
    expect(combineMarks(RUBRIC, 3, { peers: [at(2), at(1)], staff: at(4) }).share).toBe(0.75);
  });

  it("lets the marks of an appeal stand alone", () => {
    const markings = { peers: [at(4), at(4), at(4)], staff: at(4), appeal: at(1) };
    expect(combineMarks(RUBRIC, 3, markings).share).toBe(0.25);
  });

  it("tells how far markers lie from their median, without staff's stand-ins", () => {
    const { criteria } = combineMarks(RUBRIC, 3, { peers: [at(0), at(2)], staff: at(4) });
    expect(criteria[0]?.deviation).toBeCloseTo(4 / 3);
  });
});

describe("findOutliers", () => {
  it("names a peer who is more than a level off what all make of it, and no other", () => {
    expect(findOutliers(RUBRIC, [at(3), at(1), at(3)], at(3))).toEqual([1]);
    expect(findOutliers(RUBRIC, [at(3), at(2), at(4)], at(3))).toEqual([]);
  });
});

describe("calibrationAgreement", () => {
  const staff = [at(4, 3), at(1)];

  it("passes who marks as staff do, give or take a level", () => {
    expect(calibrationAgreement(staff, staff)).toEqual({ distance: 0, adjacent: 1, passed: true });
    expect(calibrationAgreement([at(3, 3), at(1, 2)], staff).passed).toBe(true);
  });

  it("fails who is a level off everywhere, or far off in a few marks, or marks nothing", () => {
    expect(calibrationAgreement([at(3, 2), at(2)], staff).passed).toBe(false);
    expect(calibrationAgreement([at(4, 0), at(1)], staff).passed).toBe(false);
    expect(calibrationAgreement([], staff).passed).toBe(false);
    expect(() => calibrationAgreement([], [])).toThrow();
  });
});

describe("shareFactor", () => {
  const rate = (raterId: string, ratedId: string, share: number) => ({ raterId, ratedId, share });

  it("is 1 for even shares, however high a rater's numbers are", () => {
    const ratings = [
      rate("a", "b", 150),
      rate("a", "c", 150),
      rate("b", "c", 50),
      rate("b", "a", 50),
    ];
    for (const member of ["a", "b", "c"]) expect(shareFactor(member, ratings)).toBe(1);
  });

  it("rises and falls with what the others give, and never by one's own word", () => {
    const ratings = [
      rate("a", "b", 150),
      rate("a", "c", 50),
      rate("b", "a", 100),
      rate("b", "c", 0),
    ];
    expect(shareFactor("b", ratings)).toBe(1.5);
    expect(shareFactor("c", ratings)).toBe(0.25);
    expect(shareFactor("nobody", ratings)).toBe(1);
    expect(shareFactor("b", [rate("a", "b", 0), rate("a", "c", 0)])).toBe(1);
  });

  it("moves a mark by its weight, and never above the top", () => {
    expect(withShare(2, 0.5, 0.5, 4)).toBe(1.5);
    expect(withShare(2, 0, 1, 4)).toBe(0);
    expect(withShare(3.5, 2, 1, 4)).toBe(4);
    expect(withShare(3, 0, 0, 4)).toBe(3);
  });
});
