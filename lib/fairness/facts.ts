import { z } from "zod";

/** What may be told, in the order in which it is asked. Each may be left out. */
export const FACTS = {
  gender: ["woman", "man", "other"],
  ageBand: ["under_25", "25_34", "35_44", "45_54", "55_over"],
  firstLanguage: ["zh", "en", "other"],
  way: ["degree", "bootcamp", "self_taught", "work", "other"],
} as const;

export type FactName = keyof typeof FACTS;
export const FACT_NAMES = Object.keys(FACTS) as FactName[];

const fact = <const V extends readonly [string, ...string[]]>(values: V) =>
  z
    .union([z.literal(""), z.enum(values)], { error: "fact_unknown" })
    .transform((value) => (value === "" ? null : value));

/** An empty value: rather not say. */
export const factFields = z.object({
  gender: fact(FACTS.gender),
  ageBand: fact(FACTS.ageBand),
  firstLanguage: fact(FACTS.firstLanguage),
  way: fact(FACTS.way),
});
