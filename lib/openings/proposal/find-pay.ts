import type { ProposedFacts } from "./proposal";

type Pay = Pick<ProposedFacts, "payMin" | "payMax" | "payCurrency" | "payPeriod">;

const NONE: Pay = { payMin: null, payMax: null, payCurrency: "", payPeriod: "" };

const NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)\\s*(k|K|千|万|w|W)?";
const RANGE = new RegExp(`${NUMBER}\\s*(?:-|–|—|~|～|to|至|到)\\s*[$€£¥￥]?\\s*${NUMBER}`, "u");

/** Numbers alone are too many things; a line says that it is of pay. */
const OF_PAY = /salary|pay\b|compensation|wage|薪资|薪酬|月薪|年薪|工资|待遇|薪水/iu;

const CURRENCIES: [string, RegExp][] = [
  ["EUR", /€|\bEUR\b/u],
  ["GBP", /£|\bGBP\b/u],
  ["USD", /\bUSD\b|US\$|\$|美元/u],
  ["CNY", /¥|￥|\bCNY\b|\bRMB\b|元|人民币|薪/u],
];

const PERIODS: [Pay["payPeriod"], RegExp][] = [
  ["hour", /per hour|hourly|\/\s?h(our|r)?\b|时薪|每小时|\/小时/iu],
  ["month", /per month|monthly|\/\s?mo(nth)?\b|月薪|每月|\/月/iu],
  ["year", /per year|per annum|annual|yearly|\/\s?y(ea)?r\b|年薪|每年|\/年/iu],
];

const FACTORS: Record<string, number> = { k: 1_000, 千: 1_000, w: 10_000, 万: 10_000 };

const amount = (digits: string, unit: string | undefined) =>
  Math.round(Number(digits.replaceAll(",", "")) * (FACTORS[unit?.toLowerCase() ?? ""] ?? 1));

/** The pay that a description names in a line of its own as a range. */
export function findPay(text: string): Pay {
  for (const line of text.split(/[\n。；;]/u)) {
    const range = OF_PAY.test(line) ? RANGE.exec(line) : null;
    if (!range) continue;
    const [, low = "", lowUnit, high = "", highUnit] = range;
    const payMin = amount(low, lowUnit ?? highUnit);
    const payMax = amount(high, highUnit);
    if (!(payMin <= payMax && payMax < 1_000_000_000)) continue;
    const payCurrency = CURRENCIES.find(([, sign]) => sign.test(line))?.[0] ?? "";
    const named = PERIODS.find(([, words]) => words.test(line))?.[0];
    // Chinese advertisements give thousands a month unless they say otherwise.
    const payPeriod = named ?? (payCurrency === "CNY" && payMax < 200_000 ? "month" : "year");
    return payCurrency ? { payMin, payMax, payCurrency, payPeriod } : NONE;
  }
  return NONE;
}
