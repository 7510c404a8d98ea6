import type { Localized } from "@/lib/content/schemas";
import { evaluateExpression, type Values } from "./evaluate-expression";

const DIGITS = 6;
const GAP = /\{\{(.+?)\}\}/g;

/** A number as texts show it. */
export const shownNumber = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** Puts numbers into the {{expressions}} of a text; a text without parameters stays as it is. */
export function fillText(text: string, values: Values): string {
  if (Object.keys(values).length === 0) return text;
  return text.replace(GAP, (_, expression: string) =>
    shownNumber(evaluateExpression(expression, values)),
  );
}

export const fillLocalized = ({ en, zh }: Localized, values: Values): Localized => ({
  en: fillText(en, values),
  zh: fillText(zh, values),
});
