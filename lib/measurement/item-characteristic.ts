import { likelihoodCurve } from "./likelihood-curve";
import { GRID, GRID_SIZE, logNormal } from "./numeric/grid";
import { logistic } from "./numeric/logistic";
import type { Prior } from "./posterior";
import type { ItemParameters } from "./response";

export type AbilityGroup = {
  learners: number;
  /** Mean ability on all other items, in logits. */
  ability: number;
  /** Mean score, and the one that the model expects. */
  observed: number;
  expected: number;
};

export type ScoredResponse = { learner: string; item: string; score: number; worth: number };

type Seen = { ability: number; expected: number; score: number };

/**
 * How an item's scores run with ability, in groups of equal size from weak to strong. Learners are
 * placed by their other items alone, with the population as prior.
 */
export function itemCharacteristics(
  items: ReadonlyMap<string, ItemParameters>,
  responses: readonly ScoredResponse[],
  population: Prior,
  groups = 5,
): Map<string, AbilityGroup[]> {
  const byLearner = new Map<string, ScoredResponse[]>();
  for (const one of responses) {
    const own = byLearner.get(one.learner);
    if (own) own.push(one);
    else byLearner.set(one.learner, [one]);
  }
  const response = new Map([...items].map(([id, item]) => [id, expectedScores(item)]));
  const seen = new Map<string, Seen[]>([...items.keys()].map((id) => [id, []]));
  for (const own of byLearner.values()) addLearner(own, items, response, population, seen);
  return new Map([...seen].map(([id, all]) => [id, grouped(all, groups)]));
}

function addLearner(
  own: readonly ScoredResponse[],
  items: ReadonlyMap<string, ItemParameters>,
  response: ReadonlyMap<string, Float64Array>,
  { mean, sd }: Prior,
  seen: ReadonlyMap<string, Seen[]>,
) {
  const curves = own.map(({ item, score, worth }) => {
    const known = items.get(item);
    return known ? likelihoodCurve(known, score, worth) : new Float64Array(GRID_SIZE);
  });
  for (const [index, { item, score }] of own.entries()) {
    // Added up without it, not taken away again: what rounding leaves would sort equals by its score.
    const rest = logNormal(mean, sd);
    for (const [other, curve] of curves.entries()) if (other !== index) addTo(rest, curve);
    const expected = response.get(item);
    if (expected) seen.get(item)?.push({ score, ...means(rest, expected) });
  }
}

function addTo(sum: Float64Array, curve: Float64Array) {
  for (let k = 0; k < GRID_SIZE; k++) sum[k] = (sum[k] ?? 0) + (curve[k] ?? 0);
}

const expectedScores = ({ difficulty, logDiscrimination, guessing }: ItemParameters) =>
  Float64Array.from(
    GRID,
    (theta) =>
      guessing + (1 - guessing) * logistic(Math.exp(logDiscrimination) * (theta - difficulty)),
  );

/** Posterior means of the ability and of the score. */
function means(log: Float64Array, scores: Float64Array) {
  const top = log.reduce((most, value) => Math.max(most, value), -Infinity);
  let [mass, ability, expected] = [0, 0, 0];
  for (let k = 0; k < GRID_SIZE; k++) {
    const weight = Math.exp((log[k] ?? 0) - top);
    mass += weight;
    ability += weight * (GRID[k] ?? 0);
    expected += weight * (scores[k] ?? 0);
  }
  return { ability: ability / mass, expected: expected / mass };
}

function grouped(all: readonly Seen[], groups: number): AbilityGroup[] {
  const sorted = all.toSorted((a, b) => a.ability - b.ability);
  const size = sorted.length / groups;
  if (size < 1) return [];
  return Array.from({ length: groups }, (_, group) => {
    const part = sorted.slice(Math.round(group * size), Math.round((group + 1) * size));
    const mean = (of: (one: Seen) => number) =>
      part.reduce((sum, one) => sum + of(one), 0) / part.length;
    return {
      learners: part.length,
      ability: mean(({ ability }) => ability),
      observed: mean(({ score }) => score),
      expected: mean(({ expected }) => expected),
    };
  });
}
