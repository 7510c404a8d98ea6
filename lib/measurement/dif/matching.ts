import { likelihoodCurve } from "../likelihood-curve";
import { GRID, GRID_SIZE, logNormal } from "../numeric/grid";
import type { Prior } from "../posterior";
import type { ItemParameters } from "../response";
import type { Group } from "./mantel-haenszel";

/** A learner's right and wrong answers by item, and the group that he consented to be counted in. */
export type DifLearner = { group: Group; answers: ReadonlyMap<string, boolean> };

const ROUNDS = 10;
/** Every fourth point is fine enough to match by, and this is done for every learner in every round. */
const STRIDE = 4;

type ItemCurves = { right: Float64Array; wrong: Float64Array };

/** Abilities of learners on the items that may serve to match. */
export class Matcher {
  private readonly curves: Map<string, ItemCurves>;
  private readonly totals: Float64Array[];
  /** Each group on all items: near to where it is on all but a few. */
  private readonly start: Record<Group, Prior>;

  constructor(
    private readonly learners: readonly DifLearner[],
    items: ReadonlyMap<string, ItemParameters>,
  ) {
    const of = (item: ItemParameters): ItemCurves => ({
      right: likelihoodCurve(item, 1, 1),
      wrong: likelihoodCurve(item, 0, 1),
    });
    this.curves = new Map([...items].map(([id, item]) => [id, of(item)]));
    this.totals = learners.map((learner) => {
      const total = new Float64Array(GRID_SIZE);
      for (const id of learner.answers.keys()) this.add(total, learner, id, 1);
      return total;
    });
    const standard = { mean: 0, sd: 1 };
    this.start = {
      reference: groupPrior(this.ofGroup("reference", this.totals), standard),
      focal: groupPrior(this.ofGroup("focal", this.totals), standard),
    };
  }

  /**
   * Ability of every learner on all items but those left out. Each group's own mean and spread are
   * estimated and serve as its prior: under a common one, learners of two groups with one estimate would
   * differ in ability on the average, and an item without DIF would seem to have some.
   */
  abilities(leftOut: ReadonlySet<string>): number[] {
    const sums = this.learners.map((learner, index) => {
      const sum = (this.totals[index] ?? new Float64Array(GRID_SIZE)).slice();
      for (const id of leftOut) this.add(sum, learner, id, -1);
      return sum;
    });
    const found = new Array<number>(sums.length).fill(0);
    for (const group of ["reference", "focal"] as const) {
      const own = [...sums.keys()].filter((index) => this.learners[index]?.group === group);
      const prior = groupPrior(this.ofGroup(group, sums), this.start[group]);
      const log = logNormal(prior.mean, prior.sd);
      for (const index of own) found[index] = moments(sums[index] as Float64Array, log).first;
    }
    return found;
  }

  private ofGroup(group: Group, sums: Float64Array[]): Float64Array[] {
    return sums.filter((_, index) => this.learners[index]?.group === group);
  }

  private add(sum: Float64Array, { answers }: DifLearner, id: string, sign: 1 | -1) {
    const curves = this.curves.get(id);
    const right = answers.get(id);
    if (!curves || right === undefined) return;
    const curve = right ? curves.right : curves.wrong;
    for (let k = 0; k < GRID_SIZE; k++) sum[k] = (sum[k] ?? 0) + sign * (curve[k] ?? 0);
  }
}

/** Mean and spread of a group's abilities, found by EM. */
function groupPrior(sums: Float64Array[], start: Prior): Prior {
  let prior = start;
  for (let round = 0; round < ROUNDS && sums.length > 1; round++) {
    const log = logNormal(prior.mean, prior.sd);
    let [first, second] = [0, 0];
    for (const sum of sums) {
      const found = moments(sum, log);
      first += found.first;
      second += found.second;
    }
    const mean = first / sums.length;
    const sd = Math.sqrt(Math.max(1e-4, second / sums.length - mean * mean));
    const moved = Math.abs(mean - prior.mean) + Math.abs(sd - prior.sd);
    prior = { mean, sd };
    if (moved < 1e-3) break;
  }
  return prior;
}

/** E θ and E θ² of a posterior. */
function moments(logLikelihood: Float64Array, logPrior: Float64Array) {
  let top = -Infinity;
  for (let k = 0; k < GRID_SIZE; k += STRIDE)
    top = Math.max(top, (logLikelihood[k] ?? 0) + (logPrior[k] ?? 0));
  let [mass, first, second] = [0, 0, 0];
  for (let k = 0; k < GRID_SIZE; k += STRIDE) {
    const weight = Math.exp((logLikelihood[k] ?? 0) + (logPrior[k] ?? 0) - top);
    const theta = GRID[k] ?? 0;
    mass += weight;
    first += weight * theta;
    second += weight * theta * theta;
  }
  return { first: first / mass, second: second / mass };
}
