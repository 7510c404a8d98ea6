import { authorPrior } from "@/lib/measurement/author-prior";
import { calibrate } from "@/lib/measurement/calibration/calibrate";
import { type AbilityGroup, itemCharacteristics } from "@/lib/measurement/item-characteristic";
import { kept } from "@/lib/measurement/numeric/kept-digits";
import type { MeasurementParameters } from "@/lib/measurement/parameters";
import type { ItemParameters } from "@/lib/measurement/response";
import { effectiveCount } from "@/lib/measurement/response-weight";
import type { FirstResponse } from "./first-responses";

/** A row of CalibratedItem, but for the calibration's name. */
export type CalibratedRow = {
  skillSlug: string;
  challengeSlug: string;
  authorDifficulty: number;
  guessing: number;
  difficulty: number;
  difficultySd: number;
  logDiscrimination: number;
  logDiscriminationSd: number;
  learners: number;
  priorShare: number;
  infit: number | null;
  outfit: number | null;
  freed: "none" | "difficulty" | "both";
};

export type SkillSummary = {
  skill: string;
  learners: number;
  responses: number;
  /** The learners' abilities on the authors' scale. */
  mean: number;
  sd: number;
  iterations: number;
  converged: boolean;
};

export type CalibratedSkill = {
  summary: SkillSummary;
  rows: CalibratedRow[];
  items: Map<string, ItemParameters>;
  characteristics: Map<string, AbilityGroup[]>;
};

/** With one item alone, a hard one and weak learners are the same thing. */
const LEAST_ITEMS = 2;

/**
 * Items on the scale of one skill, from first responses; undefined while no item has learners enough
 * or there is only one. A response counts whole, whatever its load: weighted down, answers look more
 * alike than they are, and the learners' spread would shrink to nothing.
 */
export function calibrateSkill(
  skill: string,
  responses: readonly FirstResponse[],
  parameters: MeasurementParameters,
): CalibratedSkill | undefined {
  const all = itemsOf(responses);
  const least = parameters.calibration.leastForDifficulty;
  if (all.size < LEAST_ITEMS || ![...all.values()].some(({ n }) => n >= least)) return undefined;
  const scored = responses.map(({ learner, item, score, cases }) => ({
    ...{ learner, item, score },
    worth: effectiveCount(cases, parameters.icc),
  }));
  const described = [...all].map(([id, { authorDifficulty, guessing }]) => ({
    id,
    prior: authorPrior(authorDifficulty, guessing, parameters),
  }));
  const found = calibrate(described, scored, parameters);
  const items = new Map(found.items.map(({ id, item }) => [id, item]));
  const { mean, sd } = found.population;
  return {
    summary: {
      ...{ skill, responses: responses.length, mean: kept(mean), sd: kept(sd) },
      learners: new Set(responses.map(({ learner }) => learner)).size,
      ...{ iterations: found.iterations, converged: found.converged },
    },
    rows: found.items.map(({ id, item, learners, priorShare, fit, freed }) => {
      const { authorDifficulty = 0, guessing = 0 } = all.get(id) ?? {};
      return {
        ...{ skillSlug: skill, challengeSlug: id, authorDifficulty, guessing: kept(guessing) },
        ...{ difficulty: kept(item.difficulty), difficultySd: kept(item.difficultySd) },
        logDiscrimination: kept(item.logDiscrimination),
        logDiscriminationSd: kept(item.logDiscriminationSd),
        ...{ learners, priorShare: kept(priorShare), freed },
        ...{ infit: fit ? kept(fit.infit) : null, outfit: fit ? kept(fit.outfit) : null },
      };
    }),
    items,
    characteristics: itemCharacteristics(items, scored, found.population),
  };
}

type Item = { n: number; authorDifficulty: number; guessing: number };

/** What the responses say of their items; the chance to guess as its mean over them. */
function itemsOf(responses: readonly FirstResponse[]): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const { item, authorDifficulty, guessing } of responses) {
    const before = items.get(item) ?? { n: 0, authorDifficulty, guessing: 0 };
    const n = before.n + 1;
    items.set(item, {
      ...{ n, authorDifficulty },
      guessing: before.guessing + (guessing - before.guessing) / n,
    });
  }
  return items;
}
