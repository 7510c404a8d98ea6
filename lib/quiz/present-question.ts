import type { Item } from "@/lib/content/quiz-bank";
import type { Localized } from "@/lib/content/schemas";
import type { DrawnItem } from "./draw-form";
import { fillLocalized } from "./fill-text";

/** A question as it is asked: neither its key nor anything that an author wrote about it. */
export type Question = {
  /** From 1. */
  number: number;
  kind: Item["kind"];
  topic: Localized;
  points: number;
  prompt: Localized;
  /** In the order of this attempt; answers name the places, from 0. */
  options: Localized[];
  unit: Localized | null;
};

export function presentQuestion(
  number: number,
  topic: Localized,
  item: Item,
  { params, order }: DrawnItem,
): Question {
  const options = "options" in item ? item.options : [];
  return {
    number,
    kind: item.kind,
    topic,
    points: item.points,
    prompt: fillLocalized(item.prompt, params),
    options: order.flatMap((place) => {
      const option = options[place];
      return option ? [fillLocalized({ en: option.en, zh: option.zh }, params)] : [];
    }),
    unit: item.kind === "numeric" ? (item.unit ?? null) : null,
  };
}
