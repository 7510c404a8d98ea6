import type { ChoiceItem, Item } from "@/lib/content/quiz-bank";
import { type Answer, fits } from "./answers";
import type { DrawnItem } from "./draw-form";
import { evaluateExpression } from "./evaluate-expression";
import { matchesText } from "./match-text";
import { readNumber } from "./read-number";

type NumericItem = Extract<Item, { kind: "numeric" }>;

/** Lets a value on the edge of the tolerance count, whatever binary fractions make of it. */
const ROUNDING = 1e-9;

/**
 * The share of an item's points that an answer earns, 0 to 1. Pure: the same answer to the same
 * variant always earns the same. No answer, or one of another kind, earns nothing.
 */
export function judgeAnswer(item: Item, drawn: DrawnItem, given: Answer | undefined): number {
  if (given === undefined || given.length === 0 || !fits(item, given)) return 0;
  switch (item.kind) {
    case "single":
    case "multiple":
      return judgeChoice(item, chosen(drawn, given));
    case "ordered":
      return judgeOrder(chosen(drawn, given));
    case "numeric":
      return judgeNumber(item, drawn, String(given)) ? 1 : 0;
    case "short":
      return matchesText(String(given), [...item.accept.en, ...item.accept.zh]) ? 1 : 0;
  }
}

/** Places in the bank. */
const chosen = ({ order }: DrawnItem, given: Answer): number[] =>
  [...given].map((place) => order[Number(place)] ?? -1);

/** Share of keys found, less the share of distractors taken: taking all, or half of each, is worth nothing. */
function judgeChoice({ options }: ChoiceItem, places: number[]): number {
  const keys = options.filter(({ key }) => key).length;
  const hits = places.filter((place) => options[place]?.key).length;
  const share = hits / keys - (places.length - hits) / (options.length - keys);
  return Math.max(0, share);
}

/** Kendall's tau between the given order and the right one, and nothing below 0. */
function judgeOrder(places: number[]): number {
  const pairs = (places.length * (places.length - 1)) / 2;
  const inversions = places.flatMap((place, index) =>
    places.slice(index + 1).filter((later) => later < place),
  ).length;
  return Math.max(0, 1 - (2 * inversions) / pairs);
}

function judgeNumber(item: NumericItem, { params }: DrawnItem, given: string): boolean {
  const value = readNumber(given, item.unit ? [item.unit.en, item.unit.zh] : []);
  const expected = evaluateExpression(item.answer, params);
  const allowed =
    "relative" in item.tolerance
      ? item.tolerance.relative * Math.abs(expected)
      : item.tolerance.absolute;
  return Math.abs(value - expected) <= allowed + ROUNDING * Math.max(1, Math.abs(expected));
}
