import type { ItemSummary } from "./list-items";

/** What the table of items may be sorted by. */
export const ITEM_COLUMNS = [
  "title",
  "concerns",
  "attempts",
  "learners",
  "first",
  "ever",
  "minutes",
  "author",
  "difficulty",
  "share",
  "discrimination",
  "rest",
] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

/** What an item has in a column; null where there is nothing to say. */
export function valueIn(column: Exclude<ItemColumn, "title">, item: ItemSummary): number | null {
  const { report, calibrated, concerns, difficulty } = item;
  const rate = (passed: number | undefined) =>
    report && report.learners > 0 ? (passed ?? 0) / report.learners : null;
  const isMoved = calibrated?.isMoved ?? false;
  switch (column) {
    case "attempts":
      return report?.attempts ?? null;
    case "learners":
      return report?.learners ?? null;
    case "first":
      return rate(report?.passedFirst);
    case "ever":
      return rate(report?.passedEver);
    case "minutes":
      return report?.minutesToPass ?? null;
    case "author":
      return difficulty;
    case "difficulty":
      return isMoved ? (calibrated?.difficulty ?? null) : null;
    case "share":
      return isMoved ? (calibrated?.priorShare ?? null) : null;
    case "discrimination":
      return calibrated?.discrimination?.value ?? null;
    case "rest":
      return report?.discrimination ?? null;
    case "concerns":
      return concerns.length;
  }
}

/** Names from the first letter on, rates and discriminations from the lowest, counts from the most. */
export function sortedItems(
  items: readonly ItemSummary[],
  column: ItemColumn,
  locale: "en" | "zh",
): ItemSummary[] {
  const byTitle = (a: ItemSummary, b: ItemSummary) =>
    a.title[locale].localeCompare(b.title[locale], locale);
  if (column === "title") return items.toSorted(byTitle);
  const isDescending = ["attempts", "learners", "minutes", "share", "concerns"].includes(column);
  const sign = isDescending ? -1 : 1;
  return items.toSorted((a, b) => {
    const [x, y] = [valueIn(column, a), valueIn(column, b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byTitle(a, b);
    return sign * (x - y) || byTitle(a, b);
  });
}
