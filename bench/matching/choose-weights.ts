import type { Signals } from "@/lib/matching/corpus";
import { type PairKind, pairKind, type Weights } from "@/lib/matching/weights";
import { type IndexedSet, inOrder, type Slice, sliceOf } from "./indexed-set";
import { averagePrecision, meanOf } from "./metrics";
import type { Form, Tongue } from "./written-set";

const STEPS = 10;
/** A signal has to be worth this much MAP to be used: less is noise, and titles elsewhere differ. */
const WORTH = 0.005;

type Case = { signals: Signals; grades: number[] };

const triples: Weights[] = Array.from({ length: STEPS + 1 }, (_, dense) =>
  Array.from({ length: STEPS + 1 - dense }, (_, words) => ({
    dense: dense / STEPS,
    words: words / STEPS,
    characters: (STEPS - dense - words) / STEPS,
  })),
).flat();

function precision(cases: Case[], { dense, words, characters }: Weights): number {
  return meanOf(
    cases.map(({ signals, grades }) => {
      const scores = signals.dense.map(
        (score, at) =>
          dense * score +
          words * (signals.words[at] ?? 0) +
          characters * (signals.characters[at] ?? 0),
      );
      return averagePrecision(inOrder(scores, grades));
    }),
  );
}

/** All development queries and texts that are one kind of pair to each other. */
function casesByKind(set: IndexedSet): Map<PairKind, Case[]> {
  const found = new Map<PairKind, Case[]>();
  const tongues: Tongue[] = ["en", "zh", "mixed"];
  const forms: [Form, Form][] = [
    ["title", "title"],
    ["text", "text"],
    ["title", "text"],
  ];
  for (const [queries, texts] of forms) {
    for (const from of tongues) {
      for (const to of tongues) {
        const slice: Slice = { queries, texts, from, among: [to] };
        const { queries: chosen, read, grades } = sliceOf(set, slice, "development");
        for (const query of chosen) {
          const sides = { length: queries, coverage: 1 } as const;
          const kind = pairKind(
            { ...sides, language: from },
            { ...sides, length: texts, language: to },
          );
          const signals = read.comparable(read.signals(query.read));
          found.set(kind, [...(found.get(kind) ?? []), { signals, grades: grades(query) }]);
        }
      }
    }
  }
  return found;
}

const signalsIn = (weights: Weights) => Object.values(weights).filter((share) => share > 0).length;

/** Prints, for each kind of pair, the weights with the highest MAP on the development part, of few signals. */
export function chooseWeights(set: IndexedSet): void {
  for (const [kind, cases] of casesByKind(set)) {
    const tried = triples
      .map((weights) => ({ weights, map: precision(cases, weights) }))
      .sort((a, b) => b.map - a.map);
    const highest = tried[0]?.map ?? 0;
    const [best] = tried
      .filter(({ map }) => map >= highest - WORTH)
      .sort((a, b) => signalsIn(a.weights) - signalsIn(b.weights) || b.map - a.map);
    if (!best) continue;
    const { dense, words, characters } = best.weights;
    const singles = [
      ["dense", { dense: 1, words: 0, characters: 0 }],
      ["words", { dense: 0, words: 1, characters: 0 }],
      ["characters", { dense: 0, words: 0, characters: 1 }],
    ] as const;
    const alone = singles.map(
      ([name, weights]) => `${name} ${precision(cases, weights).toFixed(3)}`,
    );
    process.stdout.write(
      `"${kind}": { dense: ${dense}, words: ${words}, characters: ${characters} },  ` +
        `// MAP ${best.map.toFixed(3)} over ${cases.length}; alone: ${alone.join(", ")}\n`,
    );
  }
}
