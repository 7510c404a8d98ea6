import { detectDif, type ItemDif } from "@/lib/measurement/dif/detect-dif";
import type { DifLearner } from "@/lib/measurement/dif/matching";
import { logistic } from "@/lib/measurement/numeric/logistic";
import type { ItemParameters } from "@/lib/measurement/response";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import type { Figure } from "../lib/figures";
import { SETTINGS } from "./settings";
import { printTable } from "./table";

const ITEMS = 20;
const PER_GROUP = 500;
const ROUNDS = 20;
const AFFECTED = 2;

/** How an affected item differs for the focal group, in logits of b and as a factor of a. */
type Difference = { name: string; harder: number; flatter: number };

const NONE: Difference = { name: "none", harder: 0, flatter: 1 };
const UNIFORM: Difference = { name: "b + 0.6", harder: 0.6, flatter: 1 };
const LARGE: Difference = { name: "b + 1", harder: 1, flatter: 1 };
const NON_UNIFORM: Difference = { name: "a × 0.4", harder: 0, flatter: 0.4 };

type Rates = { mantelHaenszel: number; uniform: number; nonUniform: number; flagged: number };

/** Share of the affected items (of all where there is no difference) that each test finds at 5 %. */
function rates(seed: number, impact: number, difference: Difference): Rates {
  const next = random(seed);
  const normal = normals(next);
  const affected = difference === NONE ? ITEMS : AFFECTED;
  const found: ItemDif[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bank = Array.from({ length: ITEMS }, (_, index) => ({
      id: `item-${index}`,
      // Items that differ are of middling difficulty: there is little to see at the ends.
      b: index < AFFECTED ? 0.5 * normal() : normal(),
      a: Math.exp(SETTINGS.logDiscriminationSd * normal()),
    }));
    const learners = Array.from({ length: 2 * PER_GROUP }, (_, index): DifLearner => {
      const focal = index % 2 === 1;
      const theta = normal() - (focal ? impact : 0);
      const answers = bank.map(({ id, b, a }, item) => {
        const differs = focal && item < AFFECTED;
        const slope = differs ? a * difference.flatter : a;
        const right = next() < logistic(slope * (theta - b - (differs ? difference.harder : 0)));
        return [id, right] as const;
      });
      return { group: focal ? "focal" : "reference", answers: new Map(answers) };
    });
    const items = new Map(bank.map(({ id, b, a }) => [id, knownParameters(b, a)]));
    found.push(...detectDif(items, learners).slice(0, affected));
  }
  const share = (is: (one: ItemDif) => boolean) => found.filter(is).length / found.length;
  return {
    mantelHaenszel: share(({ mantelHaenszel: mh }) => (mh?.p ?? 1) < 0.05),
    uniform: share(({ logistic: one }) => (one?.uniform.p ?? 1) < 0.05),
    nonUniform: share(({ logistic: one }) => (one?.nonUniform.p ?? 1) < 0.05),
    flagged: share(({ mantelHaenszel: mh }) => mh !== undefined && mh.difClass !== "A"),
  };
}

const knownParameters = (b: number, a: number): ItemParameters => ({
  difficulty: b,
  difficultySd: 0,
  logDiscrimination: Math.log(a),
  logDiscriminationSd: 0,
  guessing: 0,
});

/** Type I error and power of the tests for differential functioning. */
export function measureDif(): Figure[] {
  const conditions = [NONE, UNIFORM, LARGE, NON_UNIFORM].flatMap((difference) =>
    [0, 0.5].map((impact) => ({
      difference,
      impact,
      ...rates(SETTINGS.seed + 2, impact, difference),
    })),
  );
  printTable(
    `Share of items found at 5 %: ${PER_GROUP} learners a group, ${ITEMS} items, ${AFFECTED} of them affected`,
    [
      [
        "difference",
        "impact",
        "Mantel-Haenszel",
        "logistic, uniform",
        "non-uniform",
        "class B or C",
      ],
      ...conditions.map((one) => [
        one.difference.name,
        one.impact,
        one.mantelHaenszel,
        one.uniform,
        one.nonUniform,
        one.flagged,
      ]),
    ],
  );
  const of = (difference: Difference, pick: (rate: Rates) => number) =>
    conditions.filter((one) => one.difference === difference).map(pick);
  const figure = (
    name: string,
    value: number,
    reach: number,
    better: Figure["better"],
  ): Figure => ({
    name,
    value,
    unit: "share",
    reach,
    better,
  });
  return [
    figure(
      "type I error, Mantel-Haenszel",
      Math.max(...of(NONE, (r) => r.mantelHaenszel)),
      0.07,
      "lower",
    ),
    figure(
      "type I error, logistic uniform",
      Math.max(...of(NONE, (r) => r.uniform)),
      0.07,
      "lower",
    ),
    figure(
      "type I error, logistic non-uniform",
      Math.max(...of(NONE, (r) => r.nonUniform)),
      0.07,
      "lower",
    ),
    figure(
      "power at b + 0.6, Mantel-Haenszel",
      Math.min(...of(UNIFORM, (r) => r.mantelHaenszel)),
      0.8,
      "higher",
    ),
    figure(
      "power at b + 0.6, logistic uniform",
      Math.min(...of(UNIFORM, (r) => r.uniform)),
      0.8,
      "higher",
    ),
    figure(
      "power at a × 0.4, logistic non-uniform",
      Math.min(...of(NON_UNIFORM, (r) => r.nonUniform)),
      0.8,
      "higher",
    ),
  ];
}
