import { responseFunction } from "@/lib/measurement/adaptive/marginal-information";
import { nextItem } from "@/lib/measurement/adaptive/next-item";
import { summarise } from "@/lib/measurement/estimate";
import type { Density } from "@/lib/measurement/numeric/density";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { countedParts, posterior } from "@/lib/measurement/posterior";
import type { Response } from "@/lib/measurement/response";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import type { Figure } from "../lib/figures";
import { type Accuracy, Errors } from "./errors";
import { SETTINGS } from "./settings";
import { answer, type SimulatedItem, simulatedBank, type Told } from "./simulated-bank";
import { printTable } from "./table";

const LONGEST = Math.max(...SETTINGS.lengths);
const COMPARED = 12;
const SKILL = "skill";

type ByLength = Map<number, Accuracy>;

const posteriorOf = (responses: Response[]) =>
  posterior(DEFAULT_PARAMETERS.prior, countedParts(responses, DEFAULT_PARAMETERS));

/** Accuracy at every length up to the longest, the items in the bank's order or chosen as one goes. */
function accuracyByLength(told: Told, order: "fixed" | "adaptive"): ByLength {
  const next = random(SETTINGS.seed);
  const normal = normals(next);
  const errors = Array.from({ length: LONGEST + 1 }, () => new Errors());
  for (let bankIndex = 0; bankIndex < SETTINGS.banks; bankIndex++) {
    const bank = simulatedBank(told, normal);
    const choose = order === "fixed" ? inOrder(bank) : byInformation(bank);
    for (let learner = 0; learner < SETTINGS.learnersPerBank; learner++) {
      const theta = normal();
      const responses: Response[] = [];
      let density = posteriorOf(responses);
      for (let length = 1; length <= LONGEST; length++) {
        responses.push(answer(choose(responses, density), theta, next));
        density = posteriorOf(responses);
        errors[length]?.add(summarise(density, DEFAULT_PARAMETERS), theta);
      }
    }
  }
  return new Map([...errors.entries()].slice(1).map(([length, one]) => [length, one.accuracy()]));
}

const inOrder = (bank: SimulatedItem[]) => (responses: Response[]) =>
  bank[responses.length] as SimulatedItem;

function byInformation(bank: SimulatedItem[]) {
  const byId = new Map(bank.map((item) => [item.id, item]));
  const candidates = bank.map(({ id, told }) => ({
    id,
    item: told,
    count: 1,
    skills: [{ skill: SKILL, load: 1 }],
    group: SKILL,
    prerequisites: [],
  }));
  return (responses: Response[], density: Density) => {
    const state = {
      skills: new Map([[SKILL, density]]),
      done: new Set(responses.map(({ id }) => id)),
      passed: new Set<string>(),
      groups: new Map<string, number>(),
    };
    const found = nextItem(candidates, state, DEFAULT_PARAMETERS);
    return byId.get(found?.id ?? "") as SimulatedItem;
  };
}

/** Bias, RMSE and coverage of both orders, as a table and as figures against what is to be reached. */
export function measureAccuracy(): Figure[] {
  return (["difficulty", "discrimination too"] as const).flatMap((told) => {
    const fixed = accuracyByLength(told, "fixed");
    const adaptive = accuracyByLength(told, "adaptive");
    printAccuracy(told, fixed, adaptive);
    return figuresOf(told, fixed, adaptive);
  });
}

function printAccuracy(told: Told, fixed: ByLength, adaptive: ByLength) {
  const cells = (of: ByLength, length: number) => {
    const { bias, rmse, coverage } = of.get(length) as Accuracy;
    return [bias, rmse, coverage];
  };
  const head = ["bias", "RMSE", "coverage"];
  printTable(
    `The estimator is told the ${told}: items in a fixed order (left) and adaptive (right)`,
    [
      ["items", ...head, ...head],
      ...SETTINGS.lengths.map((n) => [n, ...cells(fixed, n), ...cells(adaptive, n)]),
    ],
  );
}

/**
 * Items below which no estimator from no choice of items has this RMSE: by van Trees' inequality the
 * mean squared error is at least 1 / (1 + n·I), the prior's information being 1 and I the most that
 * any item of a bank can give (Gill & Levit, Applications of the van Trees inequality, Bernoulli 1, 1995).
 */
function leastItems(told: Told, rmse: number): number {
  const bank = simulatedBank(told, normals(random(SETTINGS.seed)));
  const most = Math.max(...bank.flatMap((one) => [...responseFunction(one.told).information]));
  return Math.ceil((1 / rmse ** 2 - 1) / most);
}

function figuresOf(told: Told, fixed: ByLength, adaptive: ByLength): Figure[] {
  const judged = SETTINGS.lengths.filter((length) => length >= 3);
  const coverages = [fixed, adaptive].flatMap((of) => judged.map((n) => of.get(n)?.coverage ?? 0));
  const compared = fixed.get(COMPARED)?.rmse ?? 0;
  const needed = [...adaptive].find(([, { rmse }]) => rmse <= compared)?.[0] ?? Number.NaN;
  const name = (text: string) => `${text}, told the ${told}`;
  return [
    {
      name: name("least coverage from 3 items"),
      value: Math.min(...coverages),
      unit: "share",
      reach: 0.88,
      better: "higher",
    },
    {
      name: name("largest coverage from 3 items"),
      value: Math.max(...coverages),
      unit: "share",
      reach: 0.92,
      better: "lower",
    },
    {
      name: name("RMSE at 12 fixed items"),
      value: compared,
      unit: "logits",
      reach: 0.58,
      better: "lower",
    },
    {
      name: name("adaptive items for that RMSE"),
      value: needed / COMPARED,
      unit: "of fixed",
      reach: 0.7,
      better: "lower",
    },
    {
      name: name("fewer than which no choice of items needs"),
      value: leastItems(told, compared) / COMPARED,
      unit: "of fixed",
      better: "lower",
    },
  ];
}
