import { z } from "zod";
import type { Item } from "@/lib/content/quiz-bank";
import { type FieldIssue, InputError } from "@/lib/platform/errors";
import type { QuizForm } from "./draw-form";
import { TEXT_LIMIT } from "./text-limit";

/** Places on the page of what was chosen, or what was typed. Empty is not answered. */
export const answer = z.union([z.array(z.int().min(0).max(9)).max(10), z.string().max(TEXT_LIMIT)]);
export type Answer = z.infer<typeof answer>;

/** Answers by the question's number, from 1. */
export const answers = z.record(z.string().regex(/^[1-9]\d{0,2}$/), answer);
export type Answers = z.infer<typeof answers>;

/** JSON in the database holds neither a zero nor half of a surrogate pair. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");

/** Whether the answer is of the kind that the item asks for; an empty one always is. */
export function fits(item: Item, given: Answer): boolean {
  if (given.length === 0) return true;
  if (!("options" in item)) return typeof given === "string" && isStorable(given);
  if (typeof given === "string") return false;
  const inRange = given.every((place) => place < item.options.length);
  if (!inRange || new Set(given).size !== given.length) return false;
  if (item.kind === "single") return given.length === 1;
  return item.kind !== "ordered" || given.length === item.options.length;
}

/** Throws InputError unless every answer belongs to a question of the form and fits it. */
export function checkAnswers(form: QuizForm, items: Map<string, Item>, given: Answers): void {
  const issues: FieldIssue[] = [];
  for (const [number, one] of Object.entries(given)) {
    const item = items.get(form[Number(number) - 1]?.item ?? "");
    if (!item) issues.push({ path: `answers.${number}`, code: "question_unknown" });
    else if (!fits(item, one)) issues.push({ path: `answers.${number}`, code: "answer_unfit" });
  }
  if (issues.length > 0) throw new InputError(issues);
}
