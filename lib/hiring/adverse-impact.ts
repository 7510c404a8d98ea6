import { hideSmall } from "./hide-small";

/**
 * Impact ratios by the method of the rules of the City of New York, title 6, section 5-300 and
 * after (Local Law 144 of 2021): the rate of a group divided by the highest rate of any group.
 */
export type Person = {
  /** Empty: he did not say. */
  sex: string;
  ethnicity: string;
  /** Moved forward; or, of scores, above the median. */
  selected: boolean;
};

export const KINDS = ["sex", "ethnicity", "intersection"] as const;
export type Kind = (typeof KINDS)[number];

/** A group below this share of the data may be left out of the ratios, when that is said. */
const SMALL_SHARE = 0.02;

/** The four-fifths rule of the Uniform Guidelines (29 CFR 1607.4 D). */
const FOUR_FIFTHS = 0.8;

export type GroupRow = {
  /** One category; of intersections sex and ethnicity. */
  group: string[];
  considered: number;
  selected: number;
  rate: number;
  /** Null where the group's share is too small, or nobody was selected at all. */
  ratio: number | null;
  below: boolean;
};

export type ImpactTable = {
  kind: Kind;
  rows: GroupRow[];
  /** Groups that are not shown, since persons could be told from them. */
  hidden: string[][];
  /** Who did not say; null when few enough to be told. */
  unknown: number | null;
  /** Why there is no table: everybody selected, or everybody not selected, is of one group. */
  uniform: boolean;
};

export function impactTable(people: readonly Person[], kind: Kind): ImpactTable {
  const cells = countCells(people, kind);
  const total = people.length;
  if (isUniform(cells, people)) {
    return {
      kind,
      rows: [],
      hidden: cells.map(({ group }) => group),
      unknown: null,
      uniform: true,
    };
  }
  const known = cells.reduce((sum, { considered }) => sum + considered, 0);
  const { shown, hidden, rest } = hideSmall(cells, total - known);
  const rated = shown.map((cell) => ({ ...cell, rate: cell.selected / cell.considered }));
  const large = rated.filter(({ considered }) => considered / total >= SMALL_SHARE);
  const highest = Math.max(0, ...large.map(({ rate }) => rate));
  const rows = rated.map((cell) => {
    const counts = highest > 0 && large.includes(cell);
    const ratio = counts ? cell.rate / highest : null;
    return { ...cell, ratio, below: ratio !== null && ratio < FOUR_FIFTHS };
  });
  return { kind, rows, hidden: hidden.map(({ group }) => group), unknown: rest, uniform: false };
}

export type Cell = { group: string[]; considered: number; selected: number };

const groupOf = ({ sex, ethnicity }: Person, kind: Kind): string[] =>
  kind === "sex" ? [sex] : kind === "ethnicity" ? [ethnicity] : [sex, ethnicity];

function countCells(people: readonly Person[], kind: Kind): Cell[] {
  const cells = new Map<string, Cell>();
  for (const person of people) {
    const group = groupOf(person, kind);
    if (group.includes("")) continue;
    const key = group.join("\n");
    const cell = cells.get(key) ?? { group, considered: 0, selected: 0 };
    cell.considered += 1;
    if (person.selected) cell.selected += 1;
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => (a.group.join("\n") < b.group.join("\n") ? -1 : 1));
}

/** Members know whom they selected: a table by which all of them are of one group tells it. */
function isUniform(cells: readonly Cell[], people: readonly Person[]): boolean {
  const selected = people.filter((person) => person.selected).length;
  const left = people.length - selected;
  return cells.some(
    (cell) => cell.selected === selected || cell.considered - cell.selected === left,
  );
}

/** Scores by person as selections: above the median of all scores, or not. */
export function aboveMedian<T extends { score: number }>(scored: readonly T[]) {
  const scores = scored.map(({ score }) => score).sort((a, b) => a - b);
  const middle = scores.length / 2;
  const upper = scores[Math.floor(middle)] ?? 0;
  const lower = scores[Math.ceil(middle) - 1] ?? upper;
  const median = (lower + upper) / 2;
  return scored.map((one) => ({ ...one, selected: one.score > median }));
}
