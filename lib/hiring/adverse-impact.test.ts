import { describe, expect, it } from "vitest";
import { aboveMedian, impactTable, type Person } from "./adverse-impact";

const people = (sex: string, ethnicity: string, considered: number, selected: number): Person[] =>
  Array.from({ length: considered }, (_, n) => ({ sex, ethnicity, selected: n < selected }));

describe("impact ratios", () => {
  it("divide each rate by the highest one", () => {
    // 48/80 = 0.6 and 12/40 = 0.3; 0.3 / 0.6 = 0.5.
    const table = impactTable(
      [...people("male", "white", 80, 48), ...people("female", "white", 40, 12)],
      "sex",
    );
    expect(table.rows).toEqual([
      { group: ["female"], considered: 40, selected: 12, rate: 0.3, ratio: 0.5, below: true },
      { group: ["male"], considered: 80, selected: 48, rate: 0.6, ratio: 1, below: false },
    ]);
    expect(table).toMatchObject({ hidden: [], unknown: 0, uniform: false });
  });

  it("flag what lies below four fifths, not what lies on it", () => {
    // 10/25 = 0.4 beside 20/40 = 0.5 is 0.8 exactly; 9/25 = 0.36 is 0.72.
    const with25 = (selected: number) =>
      impactTable([...people("a", "", 40, 20), ...people("b", "", 25, selected)], "sex").rows[1];
    expect(with25(10)).toMatchObject({ ratio: 0.8, below: false });
    expect(with25(9)).toMatchObject({ ratio: 0.72, below: true });
  });

  it("take sex and ethnicity together", () => {
    const table = impactTable(
      [
        ...[people("female", "asian", 20, 5), people("female", "white", 20, 10)].flat(),
        ...[people("male", "asian", 20, 8), people("male", "white", 20, 10)].flat(),
      ],
      "intersection",
    );
    expect(table.rows.map(({ group, ratio }) => [group.join(" "), ratio])).toEqual([
      ["female asian", 0.5],
      ["female white", 1],
      ["male asian", 0.8],
      ["male white", 1],
    ]);
  });

  it("count who did not say apart, and in no rate", () => {
    const told = [...people("male", "", 20, 10), ...people("female", "", 20, 5)];
    const table = impactTable([...told, ...people("", "", 12, 12)], "sex");
    expect(table.unknown).toBe(12);
    expect(table.rows.map(({ considered }) => considered)).toEqual([20, 20]);
  });

  it("leave out a group below two hundredths of the data, and give its rate", () => {
    // 15 of 1015 are 1.5 %; their rate of 1 would be the highest.
    const table = impactTable(
      [...people("a", "", 500, 250), ...people("b", "", 500, 200), ...people("c", "", 15, 14)],
      "sex",
    );
    expect(table.rows.map(({ ratio }) => ratio)).toEqual([1, 0.8, null]);
    expect(table.rows[2]?.rate).toBeCloseTo(14 / 15);
  });

  it("are none where nobody was selected of any group", () => {
    const table = impactTable(
      [...people("a", "", 20, 0), ...people("b", "", 20, 0), ...people("", "", 20, 10)],
      "sex",
    );
    expect(table.rows.map(({ ratio, below }) => [ratio, below])).toEqual([
      [null, false],
      [null, false],
    ]);
  });
});

describe("small groups", () => {
  const names = (table: ReturnType<typeof impactTable>) =>
    table.rows.map(({ group }) => group.join(" "));

  it("of fewer than ten are hidden, and so is another from whose number they would follow", () => {
    const alone = impactTable(
      [...people("a", "", 40, 20), ...people("b", "", 30, 10), ...people("c", "", 9, 4)],
      "sex",
    );
    expect(names(alone)).toEqual(["a"]);
    expect(alone.hidden).toEqual([["b"], ["c"]]);
    const together = impactTable(
      [
        ...people("a", "", 40, 20),
        ...people("b", "", 30, 10),
        ...people("c", "", 6, 3),
        ...people("d", "", 6, 3),
      ],
      "sex",
    );
    expect(names(together)).toEqual(["a", "b"]);
  });

  it("do not follow from the totals of one sex or ethnicity", () => {
    const table = impactTable(
      [
        ...[people("female", "asian", 5, 2), people("female", "white", 25, 10)].flat(),
        ...[people("male", "asian", 20, 9), people("male", "white", 30, 12)].flat(),
      ],
      "intersection",
    );
    expect(names(table)).toEqual(["male white"]);
  });

  it("of people who did not say are not counted out loud", () => {
    const table = impactTable(
      [...people("a", "", 40, 20), ...people("b", "", 30, 10), ...people("", "", 3, 1)],
      "sex",
    );
    expect(table.unknown).toBeNull();
    expect(names(table)).toEqual(["a"]);
  });

  it("give no table where everybody selected is of one group: members know whom they took", () => {
    const all = [...people("a", "", 40, 20), ...people("b", "", 30, 0)];
    expect(impactTable(all, "sex")).toMatchObject({ rows: [], uniform: true });
    const left = [...people("a", "", 40, 40), ...people("b", "", 30, 10)];
    expect(impactTable(left, "sex")).toMatchObject({ rows: [], uniform: true });
  });
});

describe("scores", () => {
  it.each([
    [
      [1, 2, 3, 4],
      [3, 4],
    ],
    [[1, 2, 3], [3]],
    [[1, 2, 2, 2], []],
    [[], []],
  ])("of %j above the median are %j", (scores, above) => {
    const marked = aboveMedian(scores.map((score) => ({ score })));
    expect(marked.filter(({ selected }) => selected).map(({ score }) => score)).toEqual(above);
  });
});
