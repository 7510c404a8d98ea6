import type { Bank, Item } from "@/lib/content/quiz-bank";
import type { Localized } from "@/lib/content/schemas";
import type { DrawnItem } from "./draw-form";
import { evaluateExpression } from "./evaluate-expression";
import { fillLocalized } from "./fill-text";
import { expandPattern, matchesText, normaliseText } from "./match-text";

/** A bank is larger than a form by this, so that another attempt asks other things. */
const LARGER = 1.5;

const NONE: Localized = { en: "", zh: "" };

/** An option's text by its place in the bank. */
export const textOf = (item: Item, place: number): Localized =>
  ("options" in item ? item.options[place] : undefined) ?? NONE;

/** Whether every topic has enough items for a form that covers all evenly. */
export function formProblems({ topics, items }: Bank, questions: number): string[] {
  const problems: string[] = [];
  const least = Math.ceil(questions / topics.length);
  for (const { slug } of topics) {
    const count = items.filter(({ topic }) => topic === slug).length;
    if (count < least) problems.push(`topic ${slug} needs ${least} items, has ${count}`);
  }
  const wanted = Math.ceil(questions * LARGER);
  if (items.length < wanted) {
    problems.push(`${questions} questions need a bank of ${wanted} items, it has ${items.length}`);
  }
  return problems;
}

/** What is wrong with an item's texts and expressions in some variant; each fault once. */
export function itemProblems(item: Item, variants: DrawnItem[]): string[] {
  const found = new Set<string>();
  for (const variant of variants) {
    try {
      for (const problem of variantProblems(item, variant)) found.add(problem);
    } catch (error) {
      found.add((error as Error).message);
    }
  }
  return [...found].map((problem) => `item ${item.id}: ${problem}`);
}

function variantProblems(item: Item, { params, order }: DrawnItem): string[] {
  const problems: string[] = [];
  const texts = [item.prompt, item.explanation, ...("options" in item ? item.options : [])];
  const filled = texts.map((text) => fillLocalized(text, params));
  const varied = Object.keys(params).length > 0;
  const unfinished = filled
    .flatMap(({ en, zh }) => [en, zh])
    .find((text) => varied && /NaN|Infinity/.test(text));
  if (unfinished) problems.push(`a text holds no finite number: ${unfinished}`);
  const options = order.map((place) => fillLocalized(textOf(item, place), params));
  for (const language of ["en", "zh"] as const) {
    const shown = options.map((option) => option[language].trim());
    if (new Set(shown).size < shown.length) problems.push(`two options are alike (${language})`);
  }
  if (item.kind === "numeric") {
    for (const expression of [item.answer, ...item.wrong]) {
      const value = evaluateExpression(expression, params);
      if (!Number.isFinite(value)) problems.push(`${expression} is no finite number`);
    }
  }
  if (item.kind === "short") {
    for (const pattern of [...item.accept.en, ...item.accept.zh]) {
      const missed = expandPattern(pattern).filter((text) => !matchesText(text, [pattern]));
      if (missed.length > 0) problems.push(`accept: nothing is left of "${missed[0]}"`);
    }
    if (item.wrong.some((text) => normaliseText(text) === "")) problems.push("an empty wrong text");
  }
  return problems;
}
