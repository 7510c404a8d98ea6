import { responseFunction } from "@/lib/measurement/adaptive/marginal-information";
import { shownLevel } from "@/lib/measurement/estimate";
import { likelihoodCurve } from "@/lib/measurement/likelihood-curve";
import { expectation, meanAndSd, normalised } from "@/lib/measurement/numeric/density";
import { logNormal } from "@/lib/measurement/numeric/grid";
import type { MeasurementParameters } from "@/lib/measurement/parameters";
import type { Response } from "@/lib/measurement/response";
import { easedItem, effectiveCount, responseWeight } from "@/lib/measurement/response-weight";

/** Something that a path may lead over. */
export type PathItem = {
  type: "lesson" | "challenge";
  /** Unique among all items. */
  id: string;
  minutes: number;
  /** For each skill that a pass of it bears on, the response that the pass would be. */
  effects: readonly { skill: string; response: Response }[];
};

/** A skill that is asked for, and what is believed of it; the level on 0 to 100. */
export type PathGoal = { skill: string; level: number; weight: number; mean: number; sd: number };

export type PathStep = {
  id: string;
  type: PathItem["type"];
  minutes: number;
  /** The goal that it moves most, with the level before and after; null where it only prepares. */
  moves: { skill: string; from: number; to: number } | null;
  /** The challenge whose turn it comes before, where it was taken in for that one's sake. */
  before: string | null;
};

export type Path = {
  steps: PathStep[];
  minutes: number;
  /** Where each goal is expected to stand at the end, in the order given. */
  reached: { skill: string; level: number; met: boolean }[];
};

/** A way that gains less, in weighted points, is not worth going. */
const LEAST_GAIN = 0.5;
/** Levels are shown as whole numbers: what rounds to the level asked for has reached it. */
const ROUNDING = 0.5;

type State = ReadonlyMap<string, Float64Array>;
type Way = {
  items: PathItem[];
  state: State;
  /** Weighted points that passing it all would close, and that are to be expected of trying. */
  gain: number;
  expected: number;
  minutes: number;
};

/**
 * What to do, in order, until every goal is expected to be reached. Each list of `ways` is gone in
 * its own order, e.g. a track that is left to do, so its items come after those before it. Of all
 * beginnings of the lists, the one that is expected to close most of the weighted gap in a minute
 * is taken, over and over: what a pass would close, times how probable the pass is by then. The same input gives the same path; equals go by id.
 */
export function planPath(
  goals: readonly PathGoal[],
  ways: readonly (readonly PathItem[])[],
  parameters: MeasurementParameters,
): Path {
  let state: State = new Map(goals.map(({ skill, mean, sd }) => [skill, logNormal(mean, sd)]));
  const steps: PathStep[] = [];
  const taken = new Set<string>();
  while (gapOf(goals, state) > 0) {
    const left = ways.map((way) => way.filter(({ id }) => !taken.has(id)));
    const best = bestWay(goals, left, state, parameters);
    if (!best) break;
    steps.push(...stepsOf(goals, best.items, state, parameters));
    for (const { id } of best.items) taken.add(id);
    state = best.state;
  }
  return {
    steps,
    minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
    reached: goals.map(({ skill, level: asked }) => {
      const level = levelOf(state, skill);
      return { skill, level, met: level > asked - ROUNDING };
    }),
  };
}

function bestWay(
  goals: readonly PathGoal[],
  ways: readonly (readonly PathItem[])[],
  state: State,
  parameters: MeasurementParameters,
): Way | undefined {
  const open = gapOf(goals, state);
  const found = ways.flatMap((way) => beginnings(goals, way, state, open, parameters));
  return found
    .filter(({ gain }) => gain >= LEAST_GAIN)
    .toSorted((a, b) => rateOf(b) - rateOf(a) || (lastId(a) < lastId(b) ? -1 : 1))
    .at(0);
}

const rateOf = ({ expected, minutes }: Way) => expected / minutes;
const lastId = ({ items }: Way) => items.at(-1)?.id ?? "";

/** Every beginning of a way that ends with a challenge, and what it gains. */
function beginnings(
  goals: readonly PathGoal[],
  way: readonly PathItem[],
  state: State,
  open: number,
  parameters: MeasurementParameters,
): Way[] {
  const found: Way[] = [];
  let [reached, left, expected, minutes] = [state, open, 0, 0];
  for (const [index, item] of way.entries()) {
    minutes += item.minutes;
    if (item.type === "lesson") continue;
    const chance = chanceToPass(item, reached, parameters);
    reached = afterPassing(item, reached, parameters);
    const now = gapOf(goals, reached);
    expected += chance * (left - now);
    left = now;
    const items = way.slice(0, index + 1);
    found.push({ items, state: reached, gain: open - now, expected, minutes });
  }
  return found;
}

/** Weighted points that are still to go; what rounds to the level asked for is not. */
function gapOf(goals: readonly PathGoal[], state: State): number {
  return goals.reduce((sum, { skill, level, weight }) => {
    const gap = level - levelOf(state, skill);
    return sum + (gap < ROUNDING ? 0 : weight * gap);
  }, 0);
}

const levelOf = (state: State, skill: string): number => {
  const log = state.get(skill);
  return log ? shownLevel(meanAndSd(normalised(log)).mean) : 0;
};

/** How probable a pass is by what is believed of the skills that are asked for; the mean by load. */
function chanceToPass(item: PathItem, state: State, parameters: MeasurementParameters): number {
  let [sum, loads] = [0, 0];
  for (const { skill, response } of item.effects) {
    const log = state.get(skill);
    if (!log) continue;
    const { probability } = responseFunction(easedItem(response, parameters));
    sum += response.load * expectation(normalised(log), probability);
    loads += response.load;
  }
  return loads === 0 ? 0 : sum / loads;
}

/** What would be believed once it is passed with all points. */
function afterPassing(item: PathItem, state: State, parameters: MeasurementParameters): State {
  const next = new Map(state);
  for (const { skill, response } of item.effects) {
    const log = next.get(skill);
    if (!log) continue;
    const count = effectiveCount(response.count, parameters.icc);
    const curve = likelihoodCurve(easedItem(response, parameters), response.score, count);
    const weight = responseWeight(response, response.attempt, parameters);
    const moved = log.map((value, point) => value + weight * (curve[point] ?? 0));
    next.set(skill, moved);
  }
  return next;
}

function stepsOf(
  goals: readonly PathGoal[],
  items: readonly PathItem[],
  state: State,
  parameters: MeasurementParameters,
): PathStep[] {
  let reached = state;
  const last = items.at(-1)?.id ?? null;
  return items.map((item, index) => {
    const { id, type, minutes } = item;
    const after = afterPassing(item, reached, parameters);
    const moves = largestMove(goals, item, reached, after);
    reached = after;
    const next = items.slice(index + 1).find((one) => one.type === "challenge")?.id ?? null;
    return {
      id,
      type,
      minutes,
      moves,
      before: type === "lesson" ? next : id === last ? null : last,
    };
  });
}

/** The goal that is not reached yet and that it moves furthest, by weight. */
function largestMove(
  goals: readonly PathGoal[],
  item: PathItem,
  before: State,
  after: State,
): PathStep["moves"] {
  const moved = goals
    .filter(({ skill }) => item.effects.some((one) => one.skill === skill))
    .map(({ skill, level, weight }) => {
      const [from, to] = [levelOf(before, skill), levelOf(after, skill)];
      return { skill, from, to, open: level - from >= ROUNDING, worth: weight * (to - from) };
    })
    .filter(({ open }) => open)
    .toSorted((a, b) => b.worth - a.worth || (a.skill < b.skill ? -1 : 1))
    .at(0);
  return moved ? { skill: moved.skill, from: moved.from, to: moved.to } : null;
}
