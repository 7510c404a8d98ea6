import { z } from "zod";
import type { Bank, Item, Parameter } from "@/lib/content/quiz-bank";
import { RandomStream } from "./random-stream";

/** One item as an attempt asks it: the values of its parameters, and its options' order. */
export const drawnItem = z.object({
  item: z.string(),
  params: z.record(z.string(), z.number()),
  /** Place on the page -> place in the bank. */
  order: z.array(z.int().min(0)),
});
export type DrawnItem = z.infer<typeof drawnItem>;

/** What one attempt asks, in order. */
export const quizForm = z.array(drawnItem);
export type QuizForm = z.infer<typeof quizForm>;

/**
 * Draws a form: topics take turns, so that each is covered evenly, and a seed gives the same form
 * always. Throws Error when the bank is smaller than the form.
 */
export function drawForm(bank: Bank, questions: number, seed: string): QuizForm {
  const random = new RandomStream(seed, "form");
  const piles = random
    .shuffled(bank.topics)
    .map(({ slug }) => random.shuffled(bank.items.filter(({ topic }) => topic === slug)));
  const drawn: Item[] = [];
  for (let round = 0; drawn.length < questions; round++) {
    const next = piles.flatMap((pile) => pile.slice(round, round + 1));
    if (next.length === 0) throw new Error(`the bank has fewer than ${questions} items`);
    drawn.push(...next.slice(0, questions - drawn.length));
  }
  return random.shuffled(drawn).map((item) => drawItem(item, seed));
}

/** One item's variant under a seed. */
export function drawItem(item: Item, seed: string): DrawnItem {
  const random = new RandomStream(seed, `item:${item.id}`);
  const params = Object.fromEntries(
    Object.entries(item.params).map(([name, range]) => [name, drawValue(range, random)]),
  );
  return { item: item.id, params, order: drawOrder(item, random) };
}

function drawValue(range: Parameter, random: RandomStream): number {
  if ("of" in range) return range.of[random.below(range.of.length)] as number;
  const steps = Math.floor((range.to - range.from) / range.step + 1e-9);
  return Number((range.from + random.below(steps + 1) * range.step).toPrecision(12));
}

function drawOrder(item: Item, random: RandomStream): number[] {
  if (!("options" in item)) return [];
  const order = random.shuffled(item.options.map((_, index) => index));
  const solved = item.kind === "ordered" && order.every((place, index) => place === index);
  // What has to be put in order must not come in order.
  return solved ? [...order.slice(1), 0] : order;
}
