import { type GateReport, type GateRow, unknownSkills } from "@/lib/challenges/publish-gate";
import type { QuizManifest } from "@/lib/content/challenge-manifest";
import { type Bank, type Item, parseBank } from "@/lib/content/quiz-bank";
import { type DrawnItem, drawForm, drawItem } from "./draw-form";
import { judgeAnswer } from "./judge-answer";
import { formProblems, itemProblems, textOf } from "./prove-texts";
import { rightAnswer, wrongAnswers } from "./sample-answers";

/** Variants of an item, and attempts of a strategy, that are tried. */
const VARIANTS = 200;
const ATTEMPTS = 500;

type Quiz = { manifest: QuizManifest; files: Record<string, string> };

/**
 * The gate before publishing a quiz: accepted answers pass and wrong ones do not, in every variant;
 * the bank covers every topic; and those who answer without reading do not reach the pass mark.
 */
export function proveBank({ manifest, files }: Quiz, skills: ReadonlySet<string>): GateReport {
  const bank = parseBank(manifest.slug, files);
  const problems = [...unknownSkills(manifest, skills), ...formProblems(bank, manifest.questions)];
  const rows: GateRow[] = [];
  for (const item of bank.items) {
    const variants = Array.from({ length: VARIANTS }, (_, n) => drawItem(item, `variant-${n}`));
    const found = itemProblems(item, variants);
    problems.push(...found);
    if (found.length === 0) rows.push(...itemRows(item, variants));
  }
  if (problems.length === 0) rows.push(...strategyRows(bank, manifest));
  const holds = problems.length === 0 && rows.every((row) => row.holds);
  return { slug: manifest.slug, holds, problems, rows };
}

export function itemRows(item: Item, variants: DrawnItem[]): GateRow[] {
  const least = Math.min(...variants.map((one) => judgeAnswer(item, one, rightAnswer(item, one))));
  const most = Math.max(
    ...variants.flatMap((one) =>
      wrongAnswers(item, one).map((given) => judgeAnswer(item, one, given)),
    ),
  );
  return [
    row("accepted", item.id, least, least === 1, 1),
    row("wrong_answer", item.id, most, most < 1, 1),
  ];
}

type Strategy = (item: Item, drawn: DrawnItem) => number;

/** Those who do not read: they leave all empty, take the first option, or the longest one. */
const STRATEGIES: Record<string, Strategy | null> = {
  "nothing-answered": null,
  "first-option": () => 0,
  "longest-option": (item, { order }) => {
    const lengths = order.map((place) => textOf(item, place).en.length);
    return lengths.indexOf(Math.max(...lengths));
  },
  "longest-option-zh": (item, { order }) => {
    const lengths = order.map((place) => textOf(item, place).zh.length);
    return lengths.indexOf(Math.max(...lengths));
  },
};

function strategyRows(bank: Bank, manifest: QuizManifest): GateRow[] {
  return Object.entries(STRATEGIES).map(([name, strategy]) => {
    const scores = Array.from({ length: ATTEMPTS }, (_, n) =>
      scoreOf(bank, manifest, strategy, `strategy-${n}`),
    );
    const best = Math.max(...scores);
    return row("strategy", name, best, best < manifest.pass, manifest.pass);
  });
}

function scoreOf(bank: Bank, { questions }: QuizManifest, strategy: Strategy | null, seed: string) {
  const form = drawForm(bank, questions, seed);
  let earned = 0;
  let total = 0;
  for (const drawn of form) {
    const item = bank.items.find(({ id }) => id === drawn.item) as Item;
    const chosen = strategy && "options" in item ? strategy(item, drawn) : null;
    const asShown = drawn.order.map((_, shown) => shown);
    const given = chosen === null ? [] : item.kind === "ordered" ? asShown : [chosen];
    earned += item.points * judgeAnswer(item, drawn, given);
    total += item.points;
  }
  return earned / total;
}

const row = (
  folder: string,
  file: string,
  score: number,
  holds: boolean,
  pass: number,
): GateRow => ({
  folder,
  file,
  score,
  holds,
  verdict: score >= pass ? "passed" : "failed",
});
