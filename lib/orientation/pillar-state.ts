import {
  ORIENTATION_PILLARS,
  type OrientationItem,
  type OrientationPillar,
} from "@/lib/content/orientation-bank";
import { authorPrior } from "@/lib/measurement/author-prior";
import { type Density, meanAndSd } from "@/lib/measurement/numeric/density";
import type { MeasurementParameters } from "@/lib/measurement/parameters";
import { type OwnEstimate, pillarError, pillarPrior } from "@/lib/measurement/pillar-prior";
import { countedParts, type Prior, posterior } from "@/lib/measurement/posterior";
import type { Response } from "@/lib/measurement/response";

/** One answer that is judged. */
export type Judged = {
  itemId: string;
  skill: string;
  pillar: string;
  difficulty: number;
  guessing: number;
  score: number;
};

export type Sitting = {
  items: readonly OrientationItem[];
  /** What was believed of skills when the attempt began. */
  before: ReadonlyMap<string, Prior>;
  judged: readonly Judged[];
  parameters: MeasurementParameters;
};

export type SittingState = {
  /** What is believed of each skill of the bank now. */
  skills: ReadonlyMap<string, Density>;
  errors: Record<OrientationPillar, number>;
};

/**
 * Beliefs are kept by skill and drawn to the pillar by the model that evidence is measured by; two
 * or three questions say little of one skill, but all of a pillar together say something of each.
 * C is one pillar here: each of its parts alone would get a question or two.
 */
export function stateOf(sitting: Sitting): SittingState {
  const { items, before, judged, parameters } = sitting;
  const pillarOf = new Map(items.map(({ skill, pillar }) => [skill, pillar]));
  const parts = new Map(
    [...pillarOf.keys()].map((skill) => {
      const own = judged.filter((one) => one.skill === skill);
      return [
        skill,
        countedParts(
          own.map((one) => responseOf(one, parameters)),
          parameters,
        ),
      ];
    }),
  );
  const own = new Map(
    [...parts].map(([skill, of]): [string, OwnEstimate] => {
      const start = before.get(skill) ?? parameters.prior;
      return [skill, of.length === 0 ? start : meanAndSd(posterior(start, of))];
    }),
  );
  const ofPillar = (pillar: string, without?: string) =>
    [...own].flatMap(([skill, one]) =>
      pillarOf.get(skill) === pillar && skill !== without ? [one] : [],
    );
  const skills = new Map(
    [...parts].map(([skill, of]) => {
      const others = ofPillar(pillarOf.get(skill) ?? "", skill);
      const start = before.get(skill) ?? pillarPrior(others, parameters);
      return [skill, posterior(start, of)];
    }),
  );
  const errors = ORIENTATION_PILLARS.map((one) => [one, pillarError(ofPillar(one), parameters)]);
  return { skills, errors: Object.fromEntries(errors) };
}

const responseOf = (one: Judged, parameters: MeasurementParameters): Response => ({
  id: one.itemId,
  itemId: one.itemId,
  item: authorPrior(one.difficulty, one.guessing, parameters),
  score: one.score,
  ...{ count: 1, load: 1, attempt: 1, hints: 0, ageYears: 0 },
  ...{ supervised: false, similarity: "none", current: true },
});
