import { bandOf, widthOf } from "../estimate";
import { likelihoodCurve } from "../likelihood-curve";
import { type Density, expectation, normalised } from "../numeric/density";
import type { MeasurementParameters } from "../parameters";
import type { ItemParameters } from "../response";
import { effectiveCount } from "../response-weight";
import { responseFunction } from "./marginal-information";

/** Something that a learner may do next. */
export type Candidate = {
  id: string;
  item: ItemParameters;
  /** How many cases or questions it has. */
  count: number;
  /** Skills that it bears on, and how much of it does. */
  skills: readonly { skill: string; load: number }[];
  /** What it is balanced by: a pillar, as a rule. */
  group: string;
  /** Ids of what has to be passed before. */
  prerequisites: readonly string[];
};

/** Independent items that it is worth to one of its skills. */
const worth = ({ count }: Candidate, load: number, { icc }: MeasurementParameters) =>
  load * effectiveCount(count, icc);

/** Expected Fisher information on one skill, over what is believed of the ability now. */
export const informationOn = (
  candidate: Candidate,
  load: number,
  density: Density,
  parameters: MeasurementParameters,
) =>
  worth(candidate, load, parameters) *
  expectation(density, responseFunction(candidate.item).information);

/**
 * Width of the band that is to be expected once it is done: the mean over all right and all wrong,
 * each as probable as believed now.
 */
export function expectedWidth(
  candidate: Candidate,
  load: number,
  density: Density,
  parameters: MeasurementParameters,
): number {
  const right = expectation(density, responseFunction(candidate.item).probability);
  const after = (score: number) => {
    const curve = likelihoodCurve(
      candidate.item,
      score,
      effectiveCount(candidate.count, parameters.icc),
    );
    const log = density.map((value, point) => Math.log(value) + load * (curve[point] ?? 0));
    return widthOf(bandOf(normalised(log), parameters.bandMass));
  };
  return right * after(1) + (1 - right) * after(0);
}
