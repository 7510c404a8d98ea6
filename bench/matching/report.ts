import type { Figure } from "../lib/figures";
import type { IndexedSet, Slice } from "./indexed-set";
import { measureSlice, RIVALS, type SliceResult } from "./measure-slice";
import { meanOf } from "./metrics";
import type { Form, Part, Tongue } from "./written-set";

const FORMS: { name: string; queries: Form; texts: Form }[] = [
  { name: "titles", queries: "title", texts: "title" },
  { name: "texts", queries: "text", texts: "text" },
  { name: "title → texts", queries: "title", texts: "text" },
];
const AMONG: Tongue[][] = [["en"], ["zh"], ["mixed"], ["en", "zh", "mixed"]];

const SIGNIFICANT = 0.05;
/** Less MAP than this is no difference that anybody would notice. */
const MARGIN = -0.01;

function slices({ queries, texts }: { queries: Form; texts: Form }): Slice[] {
  const froms: Tongue[] = queries === "title" ? ["en", "zh"] : ["en", "zh", "mixed"];
  return froms.flatMap((from) => AMONG.map((among) => ({ queries, texts, from, among })));
}

const nameOf = ({ from, among }: Slice): string =>
  `${from} → ${among.length > 1 ? "all" : among[0]}`;

const three = (value: number) => value.toFixed(3);

/** The slice as a row of a Markdown table: MAP of every system, then how sure the gain is. */
function row({ slice, queries, texts, systems, best, difference }: SliceResult): string {
  const { mean, low, high, p } = difference;
  const fused = systems.fused;
  return [
    nameOf(slice),
    `${queries} / ${texts}`,
    `**${three(meanOf(fused.map))}**`,
    ...RIVALS.map((system) => three(meanOf(systems[system].map))),
    `${three(meanOf(fused.ndcg))} (${three(meanOf(systems[best].ndcg))})`,
    `${three(meanOf(fused.recall))} (${three(meanOf(systems[best].recall))})`,
    `${mean >= 0 ? "+" : ""}${three(mean)} (${three(low)} to ${three(high)}), p ${p < 0.001 ? "< 0.001" : three(p)}`,
  ].join(" | ");
}

const HEAD = [
  ...["slice", "queries / texts", "fused", ...RIVALS],
  ...["nDCG@10 (best rival)", "recall@50 (best rival)", "MAP above the best rival"],
];

/** Prints a table for each form, and returns what the set was made to find out. */
export function report(set: IndexedSet, part: Part): Figure[] {
  const figures: Figure[] = [];
  for (const form of FORMS) {
    const results = slices(form).map((slice) => measureSlice(set, slice, part));
    process.stdout.write(`\n${form.name}, MAP\n\n| ${HEAD.join(" | ")} |\n`);
    process.stdout.write(`|${HEAD.map(() => " --- ").join("|")}|\n`);
    for (const result of results) process.stdout.write(`| ${row(result)} |\n`);
    figures.push(...results.flatMap((result) => figuresOf(form.name, result)));
  }
  process.stdout.write("\n");
  return figures;
}

/** Reaches: on texts certainly better than any rival, on titles not worse than the best one. */
function figuresOf(form: string, { slice, systems, difference }: SliceResult): Figure[] {
  const name = `${form}, ${nameOf(slice)}`;
  const map: Figure = {
    ...{ name: `${name}: MAP`, value: meanOf(systems.fused.map), unit: "", better: "higher" },
  };
  if (slice.from === "mixed" || form === "title → texts") return [map];
  if (form === "texts") {
    const reach = { reach: SIGNIFICANT, better: "lower" as const };
    const value = difference.mean > 0 ? difference.p : 1;
    return [map, { name: `${name}: p of no gain over the best rival`, value, unit: "", ...reach }];
  }
  const value = difference.low;
  const bound = `${name}: MAP above the best rival, lower end of 95 %`;
  return [map, { name: bound, value, unit: "", reach: MARGIN, better: "higher" }];
}
