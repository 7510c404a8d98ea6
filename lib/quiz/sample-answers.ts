import type { Item } from "@/lib/content/quiz-bank";
import type { Answer } from "./answers";
import type { DrawnItem } from "./draw-form";
import { evaluateExpression } from "./evaluate-expression";
import { expandPattern } from "./match-text";

/** What an author says is right, as a learner would give it. */
export function rightAnswer(item: Item, { params, order }: DrawnItem): Answer {
  switch (item.kind) {
    case "single":
    case "multiple":
      return order.flatMap((place, shown) => (item.options[place]?.key ? [shown] : []));
    case "ordered":
      return item.options.map((_, place) => order.indexOf(place));
    case "numeric":
      return String(evaluateExpression(item.answer, params));
    case "short":
      return expandPattern(item.accept.en[0] ?? "")[0] ?? "";
  }
}

/** Everything that an author says is wrong, and the nearest misses of a choice or an order. */
export function wrongAnswers(item: Item, drawn: DrawnItem): Answer[] {
  const right = rightAnswer(item, drawn);
  switch (item.kind) {
    case "single":
      return drawn.order.map((_, shown) => [shown]).filter(([shown]) => shown !== right[0]);
    case "multiple":
      return drawn.order.map((_, shown) => toggled(right as number[], shown));
    case "ordered":
      return item.options.slice(1).map((_, index) => swapped(right as number[], index));
    case "numeric":
      return item.wrong.map((one) => String(evaluateExpression(one, drawn.params)));
    case "short":
      return item.wrong;
  }
}

const toggled = (list: number[], one: number): number[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

function swapped(list: number[], index: number): number[] {
  const copy = [...list];
  [copy[index], copy[index + 1]] = [copy[index + 1] as number, copy[index] as number];
  return copy;
}
