import { bandOf, widthOf } from "../estimate";
import type { Density } from "../numeric/density";
import type { MeasurementParameters } from "../parameters";
import { type Candidate, expectedWidth, informationOn } from "./candidate";

/** Where a learner stands. */
export type LearnerState = {
  /** What is believed of each skill now. A skill that is not here is not asked about. */
  skills: ReadonlyMap<string, Density>;
  /** Ids of what he has done, and of what he has passed. */
  done: ReadonlySet<string>;
  passed: ReadonlySet<string>;
  /** How many he has done in each group so far. */
  groups: ReadonlyMap<string, number>;
};

/** Why an item is next: it narrows the band on a skill most. Widths in logits. */
export type Reason = { code: "narrows_band"; skill: string; from: number; to: number };

export type NextItem = { id: string; information: number; reason: Reason };

/** Shares of the groups that are aimed at; they add up to 1. Left out: no balance is kept. */
export type ContentBalance = ReadonlyMap<string, number>;

/**
 * The candidate with the most expected information over all its skills, among those not done whose
 * prerequisites are passed. Under a balance only from the group that is furthest behind its share
 * (Kingsbury & Zara, Procedures for selecting items for computerized adaptive tests, Applied
 * Measurement in Education 2, 1989). Undefined where nothing is left. Equals go by id.
 */
export const nextItem = (
  candidates: readonly Candidate[],
  state: LearnerState,
  parameters: MeasurementParameters,
  balance?: ContentBalance,
): NextItem | undefined => bestItems(candidates, state, parameters, 1, balance)[0];

/** The few best by the same rules, so that chance may pick among them and not all meet the same item. */
export function bestItems(
  candidates: readonly Candidate[],
  state: LearnerState,
  parameters: MeasurementParameters,
  count: number,
  balance?: ContentBalance,
): NextItem[] {
  const open = candidates.filter((candidate) => isOpen(candidate, state));
  const eligible = balance ? furthestBehind(open, state, balance) : open;
  return eligible
    .map((candidate) => ({
      candidate,
      information: totalInformation(candidate, state, parameters),
    }))
    .toSorted((a, b) => b.information - a.information || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, count)
    .map(({ candidate, information }) => ({
      ...{ id: candidate.id, information },
      reason: reasonFor(candidate, state, parameters),
    }));
}

const isOpen = ({ id, prerequisites, skills }: Candidate, state: LearnerState) =>
  !state.done.has(id) &&
  prerequisites.every((before) => state.passed.has(before)) &&
  skills.some(({ skill }) => state.skills.has(skill));

/** Candidates of the group that would be furthest below its share after one more item. */
function furthestBehind(open: Candidate[], { groups }: LearnerState, balance: ContentBalance) {
  const total = [...groups.values()].reduce((sum, count) => sum + count, 0);
  const deficit = (group: string) =>
    (balance.get(group) ?? 0) * (total + 1) - (groups.get(group) ?? 0);
  const most = Math.max(...open.map(({ group }) => deficit(group)));
  return open.filter(({ group }) => deficit(group) === most);
}

/** Its skills of which something is believed. */
const asked = ({ skills }: Candidate, state: LearnerState) =>
  skills.flatMap(({ skill, load }) => {
    const density = state.skills.get(skill);
    return density ? [{ skill, load, density }] : [];
  });

const totalInformation = (
  candidate: Candidate,
  state: LearnerState,
  parameters: MeasurementParameters,
) =>
  asked(candidate, state).reduce(
    (sum, { load, density }) => sum + informationOn(candidate, load, density, parameters),
    0,
  );

function reasonFor(
  candidate: Candidate,
  state: LearnerState,
  parameters: MeasurementParameters,
): Reason {
  const reasons = asked(candidate, state).map(({ skill, load, density }): Reason => {
    const from = widthOf(bandOf(density, parameters.bandMass));
    const to = expectedWidth(candidate, load, density, parameters);
    return { code: "narrows_band", skill, from, to };
  });
  return reasons.reduce((best, one) => (one.from - one.to > best.from - best.to ? one : best));
}
