import type { Cell } from "./adverse-impact";

/** Nobody is shown in a group of fewer. */
export const GROUP_MIN = 10;

/**
 * Hides every group of fewer than ten, and as many more as it takes so that what is left over of a
 * total (the whole, one sex, one ethnicity) is nobody, or ten at least: no difference of shown
 * numbers is a small group then.
 * @param unknown people without a group
 */
export function hideSmall(cells: readonly Cell[], unknown: number) {
  const shown = new Set(cells.filter(({ considered }) => considered >= GROUP_MIN));
  let showsUnknown = unknown === 0 || unknown >= GROUP_MIN;
  for (let changed = true; changed; ) {
    changed = false;
    for (const margin of marginsOf(cells)) {
      const rest = sum(margin.filter((cell) => !shown.has(cell)));
      if (rest === 0 || rest >= GROUP_MIN) continue;
      const smallest = least(margin.filter((cell) => shown.has(cell)));
      if (smallest) {
        shown.delete(smallest);
        changed = true;
      }
    }
    const left = sum(cells.filter((cell) => !shown.has(cell))) + (showsUnknown ? 0 : unknown);
    if (left === 0 || left >= GROUP_MIN) continue;
    const smallest = least(cells.filter((cell) => shown.has(cell)));
    if (smallest) {
      shown.delete(smallest);
      changed = true;
    } else if (showsUnknown && unknown > 0) {
      showsUnknown = false;
      changed = true;
    }
  }
  return {
    shown: cells.filter((cell) => shown.has(cell)),
    hidden: cells.filter((cell) => !shown.has(cell)),
    rest: showsUnknown ? unknown : null,
  };
}

const sum = (cells: readonly Cell[]): number =>
  cells.reduce((total, { considered }) => total + considered, 0);

const least = (cells: readonly Cell[]): Cell | undefined =>
  [...cells].sort((a, b) => a.considered - b.considered)[0];

/** The cells of each sex and of each ethnicity, whose totals stand in tables of their own. */
function marginsOf(cells: readonly Cell[]): Cell[][] {
  const width = cells[0]?.group.length ?? 0;
  if (width < 2) return [];
  const margins: Cell[][] = [];
  for (let part = 0; part < width; part += 1) {
    for (const value of new Set(cells.map(({ group }) => group[part]))) {
      margins.push(cells.filter(({ group }) => group[part] === value));
    }
  }
  return margins;
}
